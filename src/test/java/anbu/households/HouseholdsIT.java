package anbu.households;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import anbu.audit.Audit;
import anbu.platform.NotFound;
import anbu.platform.Refused;
import anbu.platform.Sealing;
import anbu.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class HouseholdsIT {
    private static final Instant SINCE = Instant.parse("2026-11-01T09:30:15.123Z");
    private static final TestDatabase DATABASE = TestDatabase.create("households");

    private final List<Object> events = new ArrayList<>();
    private final Audit audit = mock();
    private final Sealing sealing = new Sealing("YW5idS1hbmJ1LWFuYnUtYW5idS1hbmJ1LWFuYnUtYW4=");
    private final Households households = new Households(
            new Homes(DATABASE.jdbc(), DATABASE.batch(), sealing),
            new Devices(DATABASE.jdbc(), DATABASE.batch()),
            audit,
            events::add);

    @Test
    void aRegisteredHomeIsFoundAsItWasGivenAndTold() {
        var home = home();

        households.register(List.of(home));

        assertThat(households.get(home.id())).isEqualTo(home);
        assertThat(events).containsExactly(new HouseholdEvent.Registered(List.of(home.id())));
        verify(audit).record(eq("household:" + home.id()), eq("household.registered"), anyMap());
    }

    @Test
    void noPersonalDataIsReadableInTheTable() {
        var home = home();

        households.register(List.of(home));
        households.contacts(home.id(), List.of(new Contact("", 0, Contact.Kind.LANDLORD, "박주인", "02-555-0199", true)));

        var stored = DATABASE.jdbc()
                .sql("SELECT * FROM household JOIN contact ON household_id = id WHERE id = :id")
                .param("id", home.id())
                .query()
                .singleRow();
        assertThat(stored.toString()).doesNotContain("홍길동", "4821", "번지", "열쇠", "박주인", "0199");
        assertThat(stored.get("name_sealed")).isNotNull();
    }

    @Test
    void aTakenIdRefusesTheWholeListAndNamesTheId() {
        var taken = home();
        var fresh = home();
        households.register(List.of(taken));

        assertThatThrownBy(() -> households.register(List.of(fresh, taken)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(taken.id());
        assertThat(households.find(fresh.id())).isEmpty();
    }

    @Test
    void twoPeopleCannotChangeTheSameVersion() {
        var home = home();
        households.register(List.of(home));
        var inGeneral = grouped(home, RiskGroup.GENERAL);

        households.update(inGeneral);

        assertThatThrownBy(() -> households.update(inGeneral)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(households.get(home.id()).version()).isEqualTo(2);
        assertThat(households.riskGroups(List.of(home.id()))).containsEntry(home.id(), RiskGroup.GENERAL);
        assertThat(events).contains(new HouseholdEvent.Changed(List.of(home.id())));
        verify(audit)
                .record(
                        "household:" + home.id(),
                        "household.changed",
                        Map.of("fields", List.of("risk_group"), "version", 2));
    }

    @Test
    void contactsKeepTheirOrderAndReplaceTheOldOnes() {
        var home = home();
        households.register(List.of(home));
        households.contacts(home.id(), List.of(new Contact("", 7, Contact.Kind.OTHER, "Old", "1", false)));

        households.contacts(
                home.id(),
                List.of(
                        new Contact("", 0, Contact.Kind.FAMILY, "홍아들", "010-1111-2222", false),
                        new Contact("", 0, Contact.Kind.GUARD, "경비실", "02-333-4444", true)));

        assertThat(households.contacts(home.id()))
                .containsExactly(
                        new Contact(home.id(), 1, Contact.Kind.FAMILY, "홍아들", "010-1111-2222", false),
                        new Contact(home.id(), 2, Contact.Kind.GUARD, "경비실", "02-333-4444", true));
    }

    @Test
    void installedDevicesHaveANumberAndAreTold() {
        var home = home();
        households.register(List.of(home));

        var installed = households.install(List.of(device("tv-" + home.id(), home.id())));

        assertThat(installed).singleElement().satisfies(device -> assertThat(device.no())
                .isPositive());
        assertThat(households.devicesOf(home.id())).isEqualTo(installed);
        assertThat(households.devices(List.of("tv-" + home.id(), "unknown"))).containsOnlyKeys("tv-" + home.id());
        assertThat(events).contains(new HouseholdEvent.DevicesInstalled(installed));
    }

    @Test
    void aDeviceNeedsAKnownHomeAndAFreeId() {
        var home = home();
        households.register(List.of(home));
        households.install(List.of(device("cooker-" + home.id(), home.id())));

        assertThatThrownBy(() -> households.install(List.of(device("lamp-" + home.id(), "nowhere"))))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> households.install(List.of(device("cooker-" + home.id(), home.id()))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cooker-" + home.id());
    }

    @Test
    void thousandsOfHomesAreRegisteredAtOnceAndReadByPages() {
        var prefix = "z" + UUID.randomUUID().toString().substring(0, 6) + "-";
        var many = IntStream.range(0, 2500)
                .mapToObj(i -> home(prefix + "%04d".formatted(i)))
                .toList();

        DATABASE.transactions().executeWithoutResult(status -> households.register(many));

        var page = households.page(prefix + "0499", 9999);
        assertThat(page).hasSize(Households.LARGEST_PAGE);
        assertThat(page.get(0).id()).isEqualTo(prefix + "0500");
        assertThat(households.riskGroups(many.stream().map(Household::id).toList()))
                .hasSize(2500);
        assertThat(events).hasSize(1);
    }

    private static Household home() {
        return home("home-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private static Household home(String id) {
        return new Household(
                id, "마포구", "합정동", RiskGroup.HIGH, "홍길동", "010-1234-4821", "합정동 12번지", 1948, "F", "열쇠는 경비실에", SINCE, 1);
    }

    private static Household grouped(Household home, RiskGroup group) {
        return new Household(
                home.id(),
                home.district(),
                home.dong(),
                group,
                home.name(),
                home.phone(),
                home.address(),
                home.birthYear(),
                home.sex(),
                home.visitNote(),
                home.watchedSince(),
                home.version());
    }

    private static Device device(String id, String home) {
        return new Device(0, id, home, Appliance.TELEVISION, null, SINCE);
    }
}
