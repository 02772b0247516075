package anbu.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in. What is posted here is handled by the security filters. */
@Page
class LoginPage {
    @GetMapping("/login")
    @PreAuthorize("permitAll()")
    String show(@RequestParam @Nullable String error, @RequestParam @Nullable String logout, Model page) {
        page.addAttribute("failed", error != null);
        page.addAttribute("left", logout != null);
        return "login";
    }
}
