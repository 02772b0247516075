package anbu.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Readings by HTTP, for gateways and for filling in history. */
@RestController
class ReadingsController {
    private static final int MOST = 10_000;
    private static final String PATH = "/api/v1/readings";

    private final Intake intake;
    private final OwnDialect dialect;
    private final Clock clock;

    ReadingsController(Intake intake, OwnDialect dialect, Clock clock) {
        this.intake = intake;
        this.dialect = dialect;
        this.clock = clock;
    }

    /** One refused reading: its place in the request from 0, and why. */
    record Refusal(int index, Reason reason, String detail) {}

    record Answer(int stored, int duplicates, List<Refusal> quarantined) {}

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAnyRole('DEVICE','OPERATOR')")
    @Operation(
            summary = "Stores up to 10,000 readings",
            description =
                    "Body {\"readings\": [{\"device_id\", \"t\", \"power_w\", \"illuminance_lux\", \"energy_wh\", \"seq\"}]}."
                            + " Sending it again changes nothing. What cannot be used is kept in the quarantine and named in the answer.")
    Answer store(@RequestBody byte[] body) {
        var readings = readings(body);
        var places = new IdentityHashMap<Message, Integer>();
        var items = new ArrayList<Item>(readings.size());
        for (var reading : readings) {
            var origin = new Message("http", PATH, new byte[0], clock.instant()).part(reading.toString());
            places.put(origin, places.size());
            items.add(dialect.read(reading, origin));
        }
        var receipt = intake.storeItems(items);
        var refusals = receipt.quarantined().stream()
                .map(bad -> new Refusal(places.getOrDefault(bad.origin(), -1), bad.reason(), bad.detail()))
                .toList();
        return new Answer(receipt.stored().size(), receipt.duplicates(), refusals);
    }

    private static JsonNode readings(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            var readings = StrictJson.parse(text).path("readings");
            if (!readings.isArray() || readings.size() > MOST) {
                throw unprocessable("The body must be {\"readings\": [...]} with at most %d elements; it has %d."
                        .formatted(MOST, readings.size()));
            }
            return readings;
        } catch (CharacterCodingException e) {
            throw unprocessable("The body is not UTF-8.");
        } catch (BadInput e) {
            throw unprocessable(String.valueOf(e.getMessage()));
        }
    }

    private static ResponseStatusException unprocessable(String sentence) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }
}
