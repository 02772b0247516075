package anbu.telemetry;

import anbu.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What came in and could not be used, by reason. */
@Page
class QuarantinePage {
    private static final int MOST = 100;

    private final Quarantine quarantine;

    QuarantinePage(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @GetMapping("/intake/quarantine")
    @PreAuthorize("hasAnyRole('OPERATOR', 'MANAGER')")
    String show(@RequestParam(required = false) @Nullable Reason reason, Model page) {
        page.addAttribute("counts", quarantine.counts());
        page.addAttribute("chosen", reason);
        page.addAttribute("entries", quarantine.list(reason, null, MOST));
        return "quarantine";
    }
}
