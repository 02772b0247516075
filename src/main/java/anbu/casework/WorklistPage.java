package anbu.casework;

import anbu.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person has to do now, and in what order. */
@Page
class WorklistPage {
    private final Worklists worklists;
    private final Casework casework;

    WorklistPage(Worklists worklists, Casework casework) {
        this.worklists = worklists;
        this.casework = casework;
    }

    @GetMapping("/worklist")
    @PreAuthorize("hasAnyRole('CASEWORKER', 'FIELD_WORKER', 'MANAGER', 'OPERATOR', 'POLICY_OFFICER', 'AUDITOR')")
    String show(
            @RequestParam(defaultValue = "all") String show,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partly,
            Model page) {
        page.addAttribute("list", worklists.view(filter(show)));
        return partly == null ? "worklist" : "worklist :: live";
    }

    @PostMapping("/worklist/next")
    @PreAuthorize("hasAnyRole('CASEWORKER', 'FIELD_WORKER', 'MANAGER')")
    String next(RedirectAttributes kept) {
        var task = casework.claimNext();
        kept.addFlashAttribute("saved", task.isPresent() ? "claimed" : "nothing");
        return task.map(taken -> "redirect:/cases/" + taken.caseNo()).orElse("redirect:/worklist");
    }

    private static WorklistFilter filter(String show) {
        for (var filter : WorklistFilter.values()) {
            if (filter.name().equalsIgnoreCase(show)) {
                return filter;
            }
        }
        return WorklistFilter.ALL;
    }
}
