package anbu.telemetry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;

/** Lets the trial store a home's past through the same intake as a broker's messages, all of it in one transaction. */
public final class Backfill {
    private final Intake intake;

    public Backfill(BeanFactory beans) {
        this.intake = beans.getBean(Intake.class);
    }

    /** Returns how many readings were new. Throws when a payload was not understood: the trial's plugs make no mistakes. */
    public int store(Map<String, List<String>> payloadsByDevice, Instant arrivedAt) {
        var messages = payloadsByDevice.entrySet().stream()
                .flatMap(device ->
                        device.getValue().stream().map(payload -> message(device.getKey(), payload, arrivedAt)))
                .toList();
        var receipt = intake.store(messages);
        if (!receipt.quarantined().isEmpty()) {
            throw new IllegalStateException("The trial's own readings were not understood: "
                    + receipt.quarantined().get(0).detail());
        }
        return receipt.stored().size();
    }

    private static Message message(String deviceId, String payload, Instant arrivedAt) {
        var topic = "anbu/v1/%s/telemetry".formatted(deviceId);
        return new Message("http", topic, payload.getBytes(StandardCharsets.UTF_8), arrivedAt);
    }
}
