package anbu.telemetry;

import anbu.platform.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What came in and could not be used: found by reason, source, name and day, and read again when its cause is gone. */
@Page
@RequestMapping("/intake/quarantine")
class QuarantinePage {
    private static final int LINES = 50;
    private static final int UNKNOWN = 20;

    private final QuarantineRetention.Shelf shelf;
    private final Redrive redrive;
    private final Clock clock;
    private final ZoneId serviceZone;

    QuarantinePage(QuarantineRetention.Shelf shelf, Redrive redrive, Clock clock, ZoneId serviceZone) {
        this.shelf = shelf;
        this.redrive = redrive;
        this.clock = clock;
        this.serviceZone = serviceZone;
    }

    /** As in the form; days in the service's zone, both included. */
    record Wanted(
            @Nullable Reason reason,
            @Nullable String source,
            @Nullable String text,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until) {
        Quarantine.Filter in(ZoneId zone) {
            return new Quarantine.Filter(
                    reason,
                    filled(source),
                    filled(text),
                    from == null ? null : from.atStartOfDay(zone).toInstant(),
                    until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant());
        }

        private static @Nullable String filled(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        String address() {
            var address = UriComponentsBuilder.fromPath("/intake/quarantine");
            if (reason != null) {
                address.queryParam("reason", reason);
            }
            add(address, "source", source);
            add(address, "text", text);
            add(address, "from", from == null ? null : from.toString());
            add(address, "until", until == null ? null : until.toString());
            return address.encode().toUriString();
        }

        private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
            if (filled(value) != null) {
                address.queryParam(name, value);
            }
        }
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('OPERATOR', 'MANAGER')")
    String show(
            @ModelAttribute("wanted") Wanted wanted,
            @RequestParam(required = false) @Nullable Long before,
            Model page) {
        var filter = wanted.in(serviceZone);
        var entries = shelf.quarantine().found(filter, before, LINES + 1);
        var shown = entries.size() > LINES ? entries.subList(0, LINES) : entries;
        page.addAttribute("counts", shelf.quarantine().counts());
        page.addAttribute("total", shelf.quarantine().count(filter));
        page.addAttribute("entries", shown);
        page.addAttribute(
                "olderThan", entries.size() > LINES ? shown.get(LINES - 1).id() : null);
        page.addAttribute("unknown", shelf.quarantine().unknown(UNKNOWN));
        page.addAttribute(
                "overflows",
                shelf.shares()
                        .overflows(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                .minusDays(7)));
        return "quarantine";
    }

    /** The chosen ones, or all that the filter means where none is chosen. */
    @PostMapping("/redrive")
    @PreAuthorize("hasRole('OPERATOR')")
    String again(
            @ModelAttribute("wanted") Wanted wanted,
            @RequestParam(required = false) @Nullable List<Long> id,
            @RequestParam(defaultValue = "0") long after,
            RedirectAttributes next) {
        var ids = id == null ? List.<Long>of() : id;
        next.addFlashAttribute("outcome", redrive.run(wanted.in(serviceZone), ids, after));
        return "redirect:" + wanted.address();
    }
}
