package anbu.casework;

import anbu.audit.Audit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases", description = "Case files, from concern to outcome")
class CasesApi {
    private static final String READERS = "hasAnyRole('CASEWORKER', 'FIELD_WORKER', 'MANAGER', 'OPERATOR', 'AUDITOR')";
    private static final String WORKERS = "hasAnyRole('CASEWORKER', 'FIELD_WORKER', 'MANAGER')";

    private final Casework casework;
    private final Audit audit;

    CasesApi(Casework casework, Audit audit) {
        this.casework = casework;
        this.audit = audit;
    }

    record CloseCase(
            @NotNull(message = "The outcome is missing; a case is closed with an outcome and a cause.") Outcome outcome,

            @NotNull(message = "The cause is missing; a case is closed with an outcome and a cause.") Cause cause,

            @Nullable @Size(max = 2000, message = "The note has more than 2,000 characters.") String note) {}

    record AddNote(
            @NotBlank(message = "The note is empty.") @Size(max = 2000, message = "The note has more than 2,000 characters.") String text) {}

    @GetMapping
    @PreAuthorize(READERS)
    @Operation(summary = "Cases, newest first")
    List<CaseFile> list(
            @RequestParam(required = false) @Nullable CaseStatus status,
            @RequestParam(defaultValue = "100") int limit) {
        return casework.list(status, Math.max(1, Math.min(limit, 1000)));
    }

    @GetMapping("/{no}")
    @PreAuthorize(READERS)
    @Operation(summary = "One case with everything that was pinned when it was opened")
    CaseFile get(@PathVariable String no) {
        return casework.get(no);
    }

    @GetMapping("/{no}/history")
    @PreAuthorize(READERS)
    @Operation(summary = "Everything that happened in a case, oldest first")
    List<Audit.Entry> history(@PathVariable String no) {
        return audit.list("case:" + casework.get(no).no());
    }

    @GetMapping("/{no}/tasks")
    @PreAuthorize(READERS)
    @Operation(summary = "The tasks of a case, oldest first")
    List<Task> tasks(@PathVariable String no) {
        return casework.tasks(casework.get(no).no());
    }

    @PostMapping("/{no}/close")
    @PreAuthorize(WORKERS)
    @Operation(summary = "Closes a case that waits for its outcome")
    CaseFile close(@PathVariable String no, @Valid @RequestBody CloseCase close) {
        return casework.close(no, close.outcome(), close.cause(), close.note());
    }

    @PostMapping("/{no}/notes")
    @PreAuthorize(WORKERS)
    @Operation(summary = "Adds a note to the history of a case")
    void note(@PathVariable String no, @Valid @RequestBody AddNote note) {
        casework.note(no, note.text());
    }
}
