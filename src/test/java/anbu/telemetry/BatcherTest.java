package anbu.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.dao.DataAccessResourceFailureException;

/** What happens to the neighbors of a message that cannot be stored. */
class BatcherTest {
    private final Intake intake = mock(Intake.class);
    private final MqttAsyncClient connection = mock(MqttAsyncClient.class);
    private final Batcher batcher = new Batcher(intake, 10);

    @AfterEach
    void stop() throws InterruptedException {
        batcher.stop();
    }

    @Test
    void aMessageThatBreaksSomethingIsQuarantinedAndItsNeighborsAreStored() throws InterruptedException, MqttException {
        when(connection.isConnected()).thenReturn(true);
        when(intake.store(argThat(batch -> batch != null && batch.stream().anyMatch(BatcherTest::poison))))
                .thenThrow(new IllegalStateException("a bug"));
        batcher.put(delivery(1, "good"));
        batcher.put(delivery(2, "poison"));
        batcher.put(delivery(3, "good"));

        batcher.start();

        await().untilAsserted(() -> verify(connection).messageArrivedComplete(3, 1));
        verify(connection).messageArrivedComplete(1, 1);
        verify(connection).messageArrivedComplete(2, 1);
        ArgumentCaptor<List<Item>> kept = ArgumentCaptor.captor();
        verify(intake).storeItems(kept.capture());
        assertThat(kept.getValue()).singleElement().isInstanceOfSatisfying(Item.Bad.class, bad -> {
            assertThat(bad.reason()).isEqualTo(Reason.UNSTORABLE);
            assertThat(poison(bad.origin())).isTrue();
            assertThat(bad.detail()).contains("a bug");
        });
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsAcknowledgedNorQuarantined() throws InterruptedException, MqttException {
        when(connection.isConnected()).thenReturn(true);
        when(intake.store(any())).thenThrow(new DataAccessResourceFailureException("away"));
        batcher.put(delivery(1, "good"));

        batcher.start();

        await().untilAsserted(() -> verify(intake, atLeast(1)).store(any()));
        batcher.stop();
        verify(connection, never()).messageArrivedComplete(anyInt(), anyInt());
        verify(intake, never()).storeItems(any());
    }

    private Delivery delivery(int id, String text) {
        var message = new Message(
                "mqtt",
                "anbu/v1/plug/telemetry",
                text.getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-11-24T03:00:00Z"));
        return new Delivery(message, connection, id, 1);
    }

    private static boolean poison(Message message) {
        return new String(message.payload(), StandardCharsets.UTF_8).equals("poison");
    }
}
