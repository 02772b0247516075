package anbu.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Sends what went wrong in a page on to the error page of its status. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {
    /** The request attribute with the sentence of a {@link Refused}. */
    static final String REASON = "anbu.reason";

    @ExceptionHandler(value = NotFound.class, produces = MediaType.TEXT_HTML_VALUE)
    void missing(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @ExceptionHandler(value = NoResourceFoundException.class, produces = MediaType.TEXT_HTML_VALUE)
    void unknownAddress(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @ExceptionHandler(
            value = {Refused.class, OptimisticLockingFailureException.class},
            produces = MediaType.TEXT_HTML_VALUE)
    void refused(RuntimeException reason, HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(REASON, reason.getMessage());
        response.sendError(HttpStatus.CONFLICT.value());
    }
}
