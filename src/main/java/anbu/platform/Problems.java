package anbu.platform;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Refusals in the form of RFC 9457. */
final class Problems {
    private Problems() {}

    /** The address is named without its query, which may hold what somebody searched for. */
    static ProblemDetail of(HttpServletRequest request, HttpStatusCode status, @Nullable String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(URI.create(request.getRequestURI()));
        return problem;
    }

    static List<Map<String, String>> fields(BindingResult result) {
        return result.getAllErrors().stream()
                .map(error -> Map.of("field", field(error), "message", message(error)))
                .toList();
    }

    private static String field(ObjectError error) {
        return error instanceof FieldError field ? snakeCase(field.getField()) : error.getObjectName();
    }

    /** The reason a value could not be converted names classes and repeats the value; a plain sentence does not. */
    private static String message(ObjectError error) {
        return error instanceof FieldError field && field.isBindingFailure()
                ? "This value cannot be read."
                : Objects.requireNonNullElse(error.getDefaultMessage(), "This value is not allowed.");
    }

    static String snakeCase(String name) {
        return SnakeCaseStrategy.INSTANCE.translate(name);
    }

    /** Names the field and what it may hold, never the value that was sent. */
    static String unreadable(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof InvalidFormatException wrong) {
            return "The field \"%s\" cannot be read. %s".formatted(path(wrong), allowed(wrong.getTargetType()));
        }
        if (e.getCause() instanceof JsonMappingException wrong
                && !wrong.getPath().isEmpty()) {
            return "The field \"%s\" cannot be read. Maybe it should be a single value, or a list."
                    .formatted(path(wrong));
        }
        if (e.getCause() instanceof JacksonException wrong && wrong.getLocation() != null) {
            return "The body is not valid JSON at line %d, column %d."
                    .formatted(
                            wrong.getLocation().getLineNr(), wrong.getLocation().getColumnNr());
        }
        return "The body is missing or cannot be read. Send it as JSON.";
    }

    private static String path(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            var names =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return "It may be one of %s.".formatted(names);
        }
        if (type == java.time.Instant.class) {
            return "Write a moment like 2026-11-23T09:00:00Z.";
        }
        return "Write a value of the kind %s.".formatted(type.getSimpleName());
    }
}
