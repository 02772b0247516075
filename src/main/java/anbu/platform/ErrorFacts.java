package anbu.platform;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** What the error page shows of failures outside of our controllers, such as a role that is missing: a sentence, never an exception. */
@Component
class ErrorFacts extends DefaultErrorAttributes {
    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        var facts = super.getErrorAttributes(request, ErrorAttributeOptions.defaults());
        facts.put("message", sentence(facts.get("status")));
        return facts;
    }

    private static String sentence(@Nullable Object status) {
        if (Integer.valueOf(403).equals(status)) {
            return "The roles of this account do not allow this, or the page was open for too long. Load it again, or ask a manager for the role.";
        }
        if (Integer.valueOf(404).equals(status)) {
            return "There is nothing at this address.";
        }
        return "The request could not be answered.";
    }
}
