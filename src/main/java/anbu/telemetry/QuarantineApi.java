package anbu.telemetry;

import anbu.platform.NotFound;
import anbu.platform.Refused;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
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

/** What could not be used, by HTTP. */
@RestController
@RequestMapping("/api/v1/quarantine")
class QuarantineApi {
    private final Quarantine quarantine;
    private final Redrive redrive;

    QuarantineApi(Quarantine quarantine, Redrive redrive) {
        this.quarantine = quarantine;
        this.redrive = redrive;
    }

    /** An entry with all its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // written once, as base64
    record Whole(@JsonUnwrapped Quarantine.Entry entry, byte[] payloadBase64) {}

    /** Which to read again: these ids, or all that the other members mean; {@code after} is the last id of the answer before. */
    record Again(
            @Nullable List<Long> ids,
            @Nullable Reason reason,
            @Nullable String source,
            @Nullable String text,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long after) {
        Quarantine.Filter filter() {
            return new Quarantine.Filter(reason, source, text, from, until);
        }
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('OPERATOR','MANAGER')")
    @Operation(summary = "What could not be used, newest first; after = the last id of the page before")
    List<Quarantine.Entry> list(
            @RequestParam(required = false) @Nullable Reason reason,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "100") int limit) {
        return quarantine.found(new Quarantine.Filter(reason, null, text, null, null), after, limit);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('OPERATOR','MANAGER')")
    @Operation(summary = "One entry with all its bytes")
    Whole show(@PathVariable long id) {
        var entry = quarantine.find(id).orElseThrow(() -> missing(id));
        return new Whole(entry, quarantine.payload(id).orElseThrow(() -> missing(id)));
    }

    @PostMapping("/redrive")
    @PreAuthorize("hasRole('OPERATOR')")
    @Operation(
            summary = "Reads quarantined messages again, up to 10,000 at a time",
            description =
                    "Body {\"ids\": [...]} or any of {\"reason\", \"source\", \"text\", \"from\", \"until\"}. As long as the answer has"
                            + " a last_id, send it again with \"after\" for the next ones.")
    Redrive.Outcome again(@RequestBody Again again) {
        var ids = again.ids() == null ? List.<Long>of() : again.ids();
        if (again.ids() != null && (ids.isEmpty() || ids.size() > Redrive.MOST)) {
            throw new Refused("ids holds %d ids; 1 to %d are possible.".formatted(ids.size(), Redrive.MOST));
        }
        return redrive.run(again.filter(), ids, again.after() == null ? 0 : again.after());
    }

    private static NotFound missing(long id) {
        return new NotFound(
                "There is no quarantined message %d. Maybe it was used meanwhile, or its time was over.".formatted(id));
    }
}
