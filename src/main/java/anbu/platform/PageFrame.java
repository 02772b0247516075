package anbu.platform;

import jakarta.servlet.RequestDispatcher;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the frame around every page shows. Templates call it as {@code @frame}, for error pages have no controller that could tell. */
@Component("frame")
class PageFrame {
    private final Clock clock;

    PageFrame(Clock clock) {
        this.clock = clock;
    }

    /** Whether a menu entry leads to where we are. */
    public boolean shows(String prefix) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) {
            return false;
        }
        var failed = request.getRequest().getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed == null ? request.getRequest().getRequestURI() : failed.toString();
        return path.startsWith(request.getRequest().getContextPath() + prefix);
    }

    /** "ko" or "en". */
    public String lang() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    public Instant now() {
        return clock.instant();
    }

    /** Who is signed in; null when nobody is. */
    public @Nullable String username() {
        var person = SecurityContextHolder.getContext().getAuthentication();
        return person == null || person instanceof AnonymousAuthenticationToken ? null : person.getName();
    }
}
