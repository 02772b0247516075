package anbu.monitoring;

import anbu.platform.Page;
import anbu.platform.Refused;
import anbu.telemetry.DeviceCare;
import anbu.telemetry.DeviceQuery.Show;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All devices and one of them. An id may hold nearly any character, so it is a parameter and never part of the path. */
@Page
class DevicesPage {
    private static final String MAY_READ =
            "hasAnyRole('CASEWORKER', 'FIELD_WORKER', 'MANAGER', 'OPERATOR', 'POLICY_OFFICER', 'AUDITOR')";

    private final DeviceBoard board;
    private final DeviceCare care;

    DevicesPage(DeviceBoard board, DeviceCare care) {
        this.board = board;
        this.care = care;
    }

    @GetMapping("/devices")
    @PreAuthorize(MAY_READ)
    String list(
            @RequestParam(defaultValue = "ALL") Show show,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String after,
            Model page) {
        var query = board.query(show, search, after);
        var lines = board.list(query);
        boolean more = lines.size() > DeviceBoard.PAGE;
        page.addAttribute("counts", board.counts(query));
        page.addAttribute("chosen", show);
        page.addAttribute("search", query.search());
        page.addAttribute("after", after);
        page.addAttribute("lines", more ? lines.subList(0, DeviceBoard.PAGE) : lines);
        page.addAttribute(
                "next", more ? lines.get(DeviceBoard.PAGE - 1).device().id() : null);
        return "devices";
    }

    @GetMapping("/devices/detail")
    @PreAuthorize(MAY_READ)
    String detail(@RequestParam String id, Model page) {
        return fill(id, page);
    }

    /** Just the part that tells whether it reports, for a page that stays open at the plug. */
    @GetMapping("/devices/live")
    @PreAuthorize(MAY_READ)
    String live(@RequestParam String id, Model page) {
        return fill(id, page) + " :: live";
    }

    @PostMapping("/devices/interval")
    @PreAuthorize("hasRole('OPERATOR')")
    String interval(
            @RequestParam String id,
            @RequestParam(required = false) @Nullable Integer seconds,
            Model page,
            HttpServletResponse response,
            RedirectAttributes kept) {
        try {
            care.expectEvery(id, seconds);
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.addAttribute("problem", true);
            return fill(id, page);
        }
        kept.addFlashAttribute("saved", "interval");
        kept.addAttribute("id", id);
        return "redirect:/devices/detail";
    }

    private String fill(String id, Model page) {
        var line = board.get(id);
        page.addAttribute("line", line);
        page.addAttribute("home", board.home(line.device().householdId()));
        page.addAttribute("ladder", board.ladder());
        page.addAttribute("learned", board.learned(line));
        return "device";
    }
}
