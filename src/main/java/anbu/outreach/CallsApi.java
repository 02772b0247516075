package anbu.outreach;

import anbu.outreach.Outreach.Attempt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/calls")
@Tag(name = "calls", description = "For a call bot: which residents to call, and what came of it")
class CallsApi {
    private final Outreach outreach;

    CallsApi(Outreach outreach) {
        this.outreach = outreach;
    }

    /** @param result what came of the call */
    record Report(
            @NotNull(message = "The result is missing; send what came of the call.") ContactResult result) {}

    @GetMapping("/ringing")
    @PreAuthorize("hasAnyRole('DEVICE', 'OPERATOR')")
    @Operation(summary = "Calls that were requested and not yet reported on, oldest first")
    List<Attempt> ringing(@RequestParam(defaultValue = "50") int limit) {
        return outreach.ringing(Math.max(1, Math.min(limit, 500)));
    }

    @PostMapping("/{id}/result")
    @PreAuthorize("hasAnyRole('DEVICE', 'OPERATOR')")
    @Operation(summary = "Reports what came of a call; the same report twice changes nothing")
    Attempt report(@PathVariable UUID id, @Valid @RequestBody Report report) {
        return outreach.report(id, report.result());
    }
}
