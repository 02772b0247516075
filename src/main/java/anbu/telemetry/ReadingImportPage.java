package anbu.telemetry;

import anbu.platform.InvalidInput;
import anbu.platform.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where operators bring files of past readings, and see how far they are. */
@Page
@RequestMapping("/intake/import")
@PreAuthorize("hasRole('OPERATOR')")
class ReadingImportPage {
    private final HistoryImport history;
    private final TelemetrySettings settings;

    ReadingImportPage(HistoryImport history, TelemetrySettings settings) {
        this.history = history;
        this.settings = settings;
    }

    @GetMapping
    String show(Model page) {
        return filled(page);
    }

    private String filled(Model page) {
        page.addAttribute("oldestDays", settings.oldest().toDays());
        list(page);
        return "import";
    }

    /** The list alone, asked for while anything is on its way. */
    @GetMapping("/list")
    String list(Model page) {
        page.addAttribute("jobs", history.list());
        return "import :: list";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model page) {
        page.addAttribute("job", history.get(id));
        page.addAttribute("errors", history.errors(id));
        return filled(page);
    }

    /** The file as the body, of any size: what the page's script sends. */
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<String> body(@RequestParam String name, HttpServletRequest request) throws IOException {
        try {
            return ResponseEntity.ok(
                    history.begin(name, request.getInputStream()).id().toString());
        } catch (InvalidInput e) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY).body(String.valueOf(e.getMessage()));
        }
    }

    /** The same without a script, up to the limit of forms. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String form(@RequestParam MultipartFile file, Model page) throws IOException {
        try (var content = file.getInputStream()) {
            return "redirect:/intake/import/"
                    + history.begin(String.valueOf(file.getOriginalFilename()), content)
                            .id();
        } catch (InvalidInput e) {
            page.addAttribute("refused", e.getMessage());
            return filled(page);
        }
    }
}
