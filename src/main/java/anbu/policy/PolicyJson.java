package anbu.policy;

import anbu.platform.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.SortedMap;
import java.util.TreeMap;

/** The one written form of policy data: the same content always gives the same text. Not the web's mapper, whose settings may change. */
final class PolicyJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private static final String SIGNALS_BEFORE_THERE_WERE_ANY = """
            {
              "quietWhen": "ALL_DEVICES_QUIET",
              "missedReports": 3,
              "useNorm": {"lowShare": 0.5, "excessShare": 3, "days": 28, "goodDays": 14, "leastWhPerDay": 50}
            }
            """;

    private PolicyJson() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value).replace("\r\n", "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Reads a table; a parameter that did not exist when it was published gets the value with which it changes nothing. */
    static PolicyTable readTable(String text) {
        try {
            var tree = MAPPER.readTree(text);
            if (tree instanceof ObjectNode table && !table.has("signals")) {
                table.set("signals", MAPPER.readTree(SIGNALS_BEFORE_THERE_WERE_ANY));
            }
            return MAPPER.treeToValue(tree, PolicyTable.class);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    static SortedMap<String, String> readFiles(String text) {
        try {
            return MAPPER.readValue(text, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private static Refused unreadable(JsonProcessingException e) {
        return new Refused("The policy data cannot be read: %s".formatted(e.getOriginalMessage()));
    }
}
