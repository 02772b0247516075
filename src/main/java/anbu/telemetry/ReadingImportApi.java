package anbu.telemetry;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of past readings by HTTP. */
@RestController
@RequestMapping("/api/v1/readings/import")
class ReadingImportApi {
    private final HistoryImport history;

    ReadingImportApi(HistoryImport history) {
        this.history = history;
    }

    /** How far it is: counts of lines, and the first errors. */
    record Answer(ReadingImport job, int percent, List<ReadingImports.LineError> errors) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAnyRole('DEVICE','OPERATOR')")
    @Operation(summary = "The same as a form's file, which is limited to 20 MB")
    ResponseEntity<Answer> form(@RequestParam MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            return accepted(history.begin(String.valueOf(file.getOriginalFilename()), content));
        }
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('DEVICE','OPERATOR')")
    @Operation(
            summary = "Takes in a file of past readings, CSV or gzip of it, of any size, as the body",
            description =
                    "First line: timestamp, device, at least one of power_w, illuminance_lux, energy_wh; also seq. Answers when the"
                            + " file has arrived; Location tells how far its readings are. Sending it again changes nothing.")
    ResponseEntity<Answer> body(@RequestParam(defaultValue = "readings.csv") String name, HttpServletRequest request)
            throws IOException {
        return accepted(history.begin(name, request.getInputStream()));
    }

    private static ResponseEntity<Answer> accepted(ReadingImport job) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/readings/import/" + job.id()))
                .body(new Answer(job, 0, List.of()));
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('DEVICE','OPERATOR','MANAGER')")
    @Operation(summary = "The latest imports, newest first")
    List<ReadingImport> list() {
        return history.list();
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('DEVICE','OPERATOR','MANAGER')")
    @Operation(summary = "How far an import is, with its first 1,000 errors")
    Answer show(@PathVariable UUID id) {
        var job = history.get(id);
        return new Answer(job, job.percent(), history.errors(id));
    }
}
