package anbu.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what its frame shows: where we are, who is signed in, which language, and the time. */
@ControllerAdvice(annotations = Page.class, assignableTypes = BasicErrorController.class)
class PageFrame {
    private final Clock clock;

    PageFrame(Clock clock) {
        this.clock = clock;
    }

    /** {@code lang} is "ko" or "en"; {@code path} has no query; {@code reason} is why something was refused. */
    record Frame(
            String path,
            String lang,
            Instant now,
            @Nullable String username,
            @Nullable String reason) {
        /** Whether a menu entry leads to where we are. */
        public boolean at(String prefix) {
            return path.startsWith(prefix);
        }
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, Locale locale, @Nullable Principal person) {
        return new Frame(
                path(request), locale.getLanguage(), clock.instant(), person == null ? null : person.getName(), (String)
                        request.getAttribute(PageErrors.REASON));
    }

    private static String path(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }
}
