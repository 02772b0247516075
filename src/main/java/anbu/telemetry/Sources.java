package anbu.telemetry;

import anbu.platform.Misconfigured;
import anbu.telemetry.dialects.Dialects;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where messages come from: Anbu's own topics and the configured ones. A source that makes no sense stops the start with a sentence. */
@Component
class Sources {
    static final String OWN = "anbu";

    private static final String OWN_TOPICS = "anbu/v1/";

    private final List<Source> sources;

    Sources(MqttSources settings, ZoneId serviceZone) {
        var all = new ArrayList<Source>();
        for (int i = 0; i < settings.sources().size(); i++) {
            all.add(source(settings.sources().get(i), "anbu.mqtt.sources[%d]".formatted(i), serviceZone));
        }
        this.sources = List.copyOf(all);
    }

    /** @param zone of device times that name none */
    record Source(TopicFilter filter, String dialect, ZoneId zone) {}

    /** The first configured one that the topic fits; empty for our own topics and for strangers. */
    Optional<Source> of(String topic) {
        if (topic.startsWith(OWN_TOPICS)) {
            return Optional.empty();
        }
        return sources.stream().filter(source -> source.filter().matches(topic)).findFirst();
    }

    /** What to subscribe to. */
    LinkedHashSet<String> filters() {
        var filters = new LinkedHashSet<String>();
        filters.add(OWN_TOPICS + "#");
        sources.forEach(source -> filters.add(source.filter().text()));
        return filters;
    }

    private static Source source(MqttSources.Source wanted, String setting, ZoneId serviceZone) {
        var dialect = wanted.dialect();
        if (!dialect.equals(OWN) && !Dialects.names().contains(dialect)) {
            throw new Misconfigured(
                    "%s.dialect is \"%s\", which is no dialect.".formatted(setting, dialect),
                    "Choose one of %s, %s. docs/dialects.md tells which plug speaks which."
                            .formatted(OWN, String.join(", ", Dialects.names())));
        }
        return new Source(filter(wanted, setting), dialect, zone(wanted, setting, serviceZone));
    }

    private static TopicFilter filter(MqttSources.Source wanted, String setting) {
        try {
            return new TopicFilter(wanted.filter());
        } catch (IllegalArgumentException e) {
            throw new Misconfigured(
                    "%s.filter is \"%s\", which is no topic filter. %s"
                            .formatted(setting, wanted.filter(), e.getMessage()),
                    "Write an MQTT topic filter such as zigbee2mqtt/# or tele/+/SENSOR.");
        }
    }

    private static ZoneId zone(MqttSources.Source wanted, String setting, ZoneId serviceZone) {
        try {
            return wanted.zone().isBlank() ? serviceZone : ZoneId.of(wanted.zone());
        } catch (DateTimeException e) {
            throw new Misconfigured(
                    "%s.zone is \"%s\", which is no time zone.".formatted(setting, wanted.zone()),
                    "Write a region such as Asia/Seoul or an offset such as +09:00, or leave it out for the service's own (%s)."
                            .formatted(serviceZone));
        }
    }
}
