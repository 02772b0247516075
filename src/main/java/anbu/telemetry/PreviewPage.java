package anbu.telemetry;

import anbu.platform.InvalidInput;
import anbu.platform.Page;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** How each dialect reads a pasted message. */
@Page
class PreviewPage {
    private static final List<String> BEST_FIRST = List.of("measurement", "availability", "state", "ignore", "reject");

    private final Previews previews;
    private final Clock clock;

    PreviewPage(Previews previews, Clock clock) {
        this.previews = previews;
        this.clock = clock;
    }

    /** What was pasted. */
    record Form(
            @Nullable String topic,
            @Nullable String payload,
            @Nullable String form,
            @Nullable String zone,
            @Nullable Boolean retained) {
        byte[] bytes() {
            var text = payload == null ? "" : payload;
            return switch (form == null ? "text" : form) {
                case "base64" -> Base64.getMimeDecoder().decode(text);
                case "hex" -> HexFormat.of().parseHex(text.replaceAll("\\s+", ""));
                default -> text.strip().getBytes(StandardCharsets.UTF_8);
            };
        }
    }

    @GetMapping("/intake/preview")
    @PreAuthorize("hasAnyRole('OPERATOR', 'MANAGER')")
    String show(Model page) {
        page.addAttribute("form", new Form("", "", "text", "", false));
        page.addAttribute("previews", List.of());
        return "preview";
    }

    /** A message is pasted by POST, so that it stays out of addresses and logs. */
    @PostMapping("/intake/preview")
    @PreAuthorize("hasAnyRole('OPERATOR', 'MANAGER')")
    String read(@ModelAttribute("form") Form form, Model page) {
        page.addAttribute("previews", List.of());
        var topic = form.topic() == null ? "" : form.topic().strip();
        if (topic.isEmpty()) {
            page.addAttribute("mistake", "topic");
            return "preview";
        }
        try {
            var message =
                    new Message("mqtt", topic, form.bytes(), clock.instant(), Boolean.TRUE.equals(form.retained()));
            var zone = PreviewApi.zone(form.zone());
            page.addAttribute(
                    "previews",
                    previews.dialects().stream()
                            .map(dialect -> previews.read(dialect, message, zone))
                            .sorted(Comparator.comparingInt(each -> BEST_FIRST.indexOf(each.kind())))
                            .toList());
        } catch (InvalidInput e) {
            page.addAttribute("mistake", "zone");
        } catch (IllegalArgumentException e) {
            page.addAttribute("mistake", "payload");
        }
        return "preview";
    }
}
