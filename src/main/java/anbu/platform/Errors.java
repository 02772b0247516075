package anbu.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** The one place that turns an exception into an answer: problem+json under /api, the page {@code error} elsewhere. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    @ExceptionHandler
    Object on(NotFound e, HttpServletRequest request) {
        return answer(request, HttpStatus.NOT_FOUND, e.getMessage(), Map.of());
    }

    @ExceptionHandler
    Object on(Refused e, HttpServletRequest request) {
        return answer(request, HttpStatus.CONFLICT, e.getMessage(), Map.of());
    }

    @ExceptionHandler
    Object on(OptimisticLockingFailureException e, HttpServletRequest request) {
        return answer(request, HttpStatus.CONFLICT, e.getMessage(), Map.of());
    }

    @ExceptionHandler
    Object on(InvalidInput e, HttpServletRequest request) {
        var members = new LinkedHashMap<String, Object>(e.facts());
        members.put("errors", e.errors());
        return answer(request, HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage(), members);
    }

    @ExceptionHandler
    Object on(BindException e, HttpServletRequest request) {
        var detail = "%d of the values sent are not allowed; see errors.".formatted(e.getErrorCount());
        return answer(
                request,
                HttpStatus.UNPROCESSABLE_ENTITY,
                e.getErrorCount() == 1 ? "One of the values sent is not allowed; see errors." : detail,
                Map.of("errors", Problems.fields(e.getBindingResult())));
    }

    @ExceptionHandler
    Object on(HandlerMethodValidationException e, HttpServletRequest request) {
        var errors = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> Map.of(
                                "field",
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                "message",
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
        var detail = "%d of the values sent are not allowed; see errors.".formatted(errors.size());
        return answer(request, HttpStatus.UNPROCESSABLE_ENTITY, detail, Map.of("errors", errors));
    }

    @ExceptionHandler
    Object on(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        var detail = "The value of \"%s\" cannot be read.".formatted(e.getName());
        return answer(request, HttpStatus.BAD_REQUEST, detail, Map.of());
    }

    @ExceptionHandler
    Object on(HttpMessageNotReadableException e, HttpServletRequest request) {
        return answer(request, HttpStatus.BAD_REQUEST, Problems.unreadable(e), Map.of());
    }

    /** Not ours to answer: the security filters do, which know whether somebody is signed in. */
    @ExceptionHandler
    void on(AccessDeniedException e) {
        throw e;
    }

    /** The reader has gone; there is nobody to answer. */
    @ExceptionHandler
    void on(AsyncRequestNotUsableException e) {
        LOG.debug("A reader left before the answer was complete.");
    }

    @ExceptionHandler
    Object on(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(request, known.getStatusCode(), known.getBody().getDetail(), Map.of());
        }
        var id = UUID.randomUUID().toString();
        LOG.error("Error {} in {} {}", id, request.getMethod(), request.getRequestURI(), e);
        var detail = "Something went wrong that should not. Tell the operators the error id %s.".formatted(id);
        return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, detail, Map.of("error_id", id));
    }

    private static Object answer(
            HttpServletRequest request, HttpStatusCode status, @Nullable String detail, Map<String, Object> members) {
        var problem = Problems.of(request, status, detail);
        members.forEach(problem::setProperty);
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                ? machine(problem)
                : page(problem);
    }

    private static ResponseEntity<ProblemDetail> machine(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ModelAndView page(ProblemDetail problem) {
        var page = new ModelAndView("error", HttpStatusCode.valueOf(problem.getStatus()));
        page.addObject("status", problem.getStatus());
        page.addObject("message", problem.getDetail());
        page.addObject(
                "errorId",
                problem.getProperties() == null ? null : problem.getProperties().get("error_id"));
        return page;
    }
}
