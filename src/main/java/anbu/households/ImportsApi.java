package anbu.households;

import anbu.platform.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** CSV files of homes and devices: UTF-8 or Excel's CP949, separated by comma, semicolon or tab; all lines or none. */
@RestController
@RequestMapping("/api/v1/imports")
@PreAuthorize(Access.WRITE)
@Tag(name = "imports", description = "CSV files, all lines or none. Errors are listed by line, at most 200 of them.")
class ImportsApi {
    private static final String CSV = "text/csv";
    private static final int LARGEST_BYTES = 20 * 1024 * 1024;
    private static final String FORM = "multipart/form-data";

    private final Imports imports;

    ImportsApi(Imports imports) {
        this.imports = imports;
    }

    /** How many items the file brought. */
    record Done(int imported) {}

    @PostMapping(path = "/households", consumes = CSV)
    @RequestBody(content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    @Operation(
            summary = "Import homes with up to three contacts each",
            description =
                    "Columns: household_id, district, dong, risk_group; optional name, phone, address, birth_year, sex, visit_note, "
                            + "contact1_kind, contact1_name, contact1_phone, contact1_has_key, ... contact3_has_key.")
    Done households(@Parameter(hidden = true) InputStream file) throws IOException {
        return new Done(imports.households(whole(file)));
    }

    @PostMapping(path = "/households", consumes = FORM)
    @Operation(summary = "Import homes from an uploaded file")
    Done households(@RequestParam MultipartFile file) throws IOException {
        return new Done(imports.households(file.getBytes()));
    }

    @PostMapping(path = "/devices", consumes = CSV)
    @RequestBody(content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    @Operation(
            summary = "Import devices of homes that are registered",
            description = "Columns: device_id, household_id, appliance; optional room, installed_at.")
    Done devices(@Parameter(hidden = true) InputStream file) throws IOException {
        return new Done(imports.devices(whole(file)));
    }

    @PostMapping(path = "/devices", consumes = FORM)
    @Operation(summary = "Import devices from an uploaded file")
    Done devices(@RequestParam MultipartFile file) throws IOException {
        return new Done(imports.devices(file.getBytes()));
    }

    /** The limit of uploaded forms does not hold for bodies, so it is kept here. */
    private static byte[] whole(InputStream file) throws IOException {
        var bytes = file.readNBytes(LARGEST_BYTES + 1);
        if (bytes.length > LARGEST_BYTES) {
            throw new InvalidInput(
                    "The file is larger than 20 MB. Split it and send the parts one after the other.", List.of());
        }
        return bytes;
    }
}
