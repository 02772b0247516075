package anbu.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import anbu.households.Appliance;
import anbu.households.Device;
import anbu.households.Households;
import anbu.telemetry.Evidence.Change;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessException;

/** What is kept at hand is never believed against the locked state. */
class DirectoryTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Device AT_FIRST = new Device(1, "lamp", "home-1", Appliance.LAMP, null, NOON);
    private static final Device MOVED = new Device(1, "lamp", "home-2", Appliance.LAMP, null, NOON);

    private final Households households = mock(Households.class);
    private final Directory directory = new Directory(households);

    @Test
    void aDeviceThatIsFoundIsNotAskedForAgainAndOneThatIsNotIs() {
        when(households.devices(List.of("lamp"))).thenReturn(Map.of("lamp", AT_FIRST));

        directory.devices(List.of("lamp"));
        directory.devices(List.of("lamp"));
        directory.devices(List.of("stranger"));
        directory.devices(List.of("stranger"));

        verify(households, times(1)).devices(List.of("lamp"));
        verify(households, times(2)).devices(List.of("stranger"));
    }

    @Test
    void aDeviceThatWasMovedSinceIsNoticedAndLookedUpAnew() {
        when(households.devices(List.of("lamp"))).thenReturn(Map.of("lamp", AT_FIRST), Map.of("lamp", MOVED));
        directory.devices(List.of("lamp"));

        assertThatThrownBy(() -> directory.refuseMoved(List.of(change(AT_FIRST, "home-2"))))
                .isInstanceOf(TransientDataAccessException.class);

        assertThat(directory.devices(List.of("lamp"))).containsEntry("lamp", MOVED);
        assertThatCode(() -> directory.refuseMoved(List.of(change(MOVED, "home-2"))))
                .doesNotThrowAnyException();
    }

    @Test
    void aStateThatNeverFollowedItsDeviceHoldsNothingUp() {
        when(households.devices(List.of("lamp"))).thenReturn(Map.of("lamp", AT_FIRST));
        directory.devices(List.of("lamp"));

        assertThatCode(() -> directory.refuseMoved(List.of(change(AT_FIRST, "home-9"))))
                .doesNotThrowAnyException();
    }

    private static Change change(Device device, String lockedHome) {
        var state = new DeviceState(
                1, lockedHome, null, null, null, null, null, null, null, null, null, null, null, 0, null);
        return new Change(device, state, state, List.of());
    }
}
