package anbu.platform;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address leads to the worklist. */
@Page
class HomePage {
    @GetMapping("/")
    @PreAuthorize("isAuthenticated()")
    String show() {
        return "redirect:/worklist";
    }
}
