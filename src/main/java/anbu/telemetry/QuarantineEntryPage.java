package anbu.telemetry;

import anbu.audit.Audit;
import anbu.platform.NotFound;
import anbu.platform.Page;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** One message that could not be used, byte by byte. */
@Page
@RequestMapping("/intake/quarantine/{id}")
class QuarantineEntryPage {
    private final Quarantine quarantine;
    private final Audit audit;

    QuarantineEntryPage(Quarantine quarantine, Audit audit) {
        this.quarantine = quarantine;
        this.audit = audit;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('OPERATOR', 'MANAGER')")
    public String show(@PathVariable long id, Model page) {
        page.addAttribute("entry", quarantine.find(id).orElseThrow(() -> missing(id)));
        var bytes = quarantine.payload(id).orElseThrow(() -> missing(id));
        page.addAttribute("text", new String(bytes, StandardCharsets.UTF_8));
        page.addAttribute("dump", HexDump.of(bytes));
        return "quarantine-entry";
    }

    /** Leaves the system, so it is written into the trail: names in it may tell of a person. */
    @GetMapping("/bytes")
    @PreAuthorize("hasRole('OPERATOR')")
    @Transactional
    public ResponseEntity<byte[]> bytes(@PathVariable long id) {
        var bytes = quarantine.payload(id).orElseThrow(() -> missing(id));
        audit.record("quarantine", "quarantine.downloaded", Map.of("id", id, "bytes", bytes.length));
        var name = ContentDisposition.attachment()
                .filename("quarantine-%d.bin".formatted(id))
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(bytes);
    }

    private static NotFound missing(long id) {
        return new NotFound(
                "There is no quarantined message %d. Maybe it was used meanwhile, or its time was over.".formatted(id));
    }
}
