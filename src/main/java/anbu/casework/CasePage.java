package anbu.casework;

import anbu.platform.Page;
import anbu.platform.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Why a case exists, what is known, what to do and to say, and what has been done. */
@Page
class CasePage {
    static final String MAY_ACT = "hasAnyRole('CASEWORKER', 'FIELD_WORKER', 'MANAGER')";
    static final String MAY_READ =
            "hasAnyRole('CASEWORKER', 'FIELD_WORKER', 'MANAGER', 'OPERATOR', 'POLICY_OFFICER', 'AUDITOR')";

    private final CaseViews views;
    private final Casework casework;

    CasePage(CaseViews views, Casework casework) {
        this.views = views;
        this.casework = casework;
    }

    /** What was typed; empty at first, kept when it could not be saved. */
    record Draft(
            @Nullable StepResult result,
            @Nullable Outcome outcome,
            @Nullable Cause cause,
            @Nullable String note) {
        static final Draft EMPTY = new Draft(null, null, null, null);
    }

    @GetMapping("/cases/{no}")
    @PreAuthorize(MAY_READ)
    String show(@PathVariable String no, Model page) {
        return fill(no, Draft.EMPTY, page);
    }

    @PostMapping("/tasks/{id}/claim")
    @PreAuthorize(MAY_ACT)
    String claim(@PathVariable long id, RedirectAttributes kept) {
        return saved(casework.claim(id).caseNo(), "claimed", kept);
    }

    @PostMapping("/tasks/{id}/release")
    @PreAuthorize(MAY_ACT)
    String release(@PathVariable long id, RedirectAttributes kept) {
        return saved(casework.release(id).caseNo(), "released", kept);
    }

    @PostMapping("/tasks/{id}/complete")
    @PreAuthorize(MAY_ACT)
    String complete(
            @PathVariable long id, Draft draft, Model page, HttpServletResponse response, RedirectAttributes kept) {
        var no = casework.task(id).caseNo();
        var result = draft.result();
        if (result == null) {
            return again(no, draft, "missing", page, response);
        }
        return tried(() -> casework.complete(id, result, blankless(draft.note())), no, draft, page, response)
                .orElseGet(() -> saved(no, "result", kept));
    }

    @PostMapping("/cases/{no}/close")
    @PreAuthorize(MAY_ACT)
    String close(
            @PathVariable String no, Draft draft, Model page, HttpServletResponse response, RedirectAttributes kept) {
        var outcome = draft.outcome();
        var cause = draft.cause();
        if (outcome == null || cause == null) {
            return again(no, draft, "missing", page, response);
        }
        return tried(() -> casework.close(no, outcome, cause, blankless(draft.note())), no, draft, page, response)
                .orElseGet(() -> saved(no, "closed", kept));
    }

    @PostMapping("/cases/{no}/notes")
    @PreAuthorize(MAY_ACT)
    String note(@PathVariable String no, String text, RedirectAttributes kept) {
        if (!text.isBlank()) {
            casework.note(no, text.strip());
        }
        return saved(no, "note", kept);
    }

    private Optional<String> tried(Runnable verb, String no, Draft draft, Model page, HttpServletResponse response) {
        try {
            verb.run();
            return Optional.empty();
        } catch (Refused | OptimisticLockingFailureException refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            var view = views.view(no);
            page.addAttribute("refused", refused.getMessage());
            page.addAttribute("refusal", reason(view, draft, refused));
            return Optional.of(fill(view, draft, page));
        }
    }

    private String again(String no, Draft draft, String problem, Model page, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        page.addAttribute("problem", problem);
        return fill(no, draft, page);
    }

    /** Key of the sentence that tells the reader why; null where only the refusal itself knows. */
    private static @Nullable String reason(CaseView view, Draft draft, RuntimeException refused) {
        if (!view.open()) {
            return "closed";
        }
        if (view.holder().kind() == Holder.Kind.COLLEAGUE) {
            return "held";
        }
        if (draft.result() == StepResult.DO_NOT_GO && blankless(draft.note()) == null) {
            return "reason";
        }
        return refused instanceof OptimisticLockingFailureException ? "faster" : null;
    }

    private String fill(String no, Draft draft, Model page) {
        return fill(views.view(no), draft, page);
    }

    private static String fill(CaseView view, Draft draft, Model page) {
        page.addAttribute("view", view);
        page.addAttribute("draft", draft);
        return "case";
    }

    private static String saved(String no, String what, RedirectAttributes kept) {
        kept.addFlashAttribute("saved", what);
        return "redirect:/cases/" + no;
    }

    private static @Nullable String blankless(@Nullable String note) {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
