package anbu.households;

import anbu.audit.Audit;
import anbu.platform.NotFound;
import anbu.platform.Refused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory of homes, people and devices. */
@Service
public class Households {
    /** The most homes that {@link #page} returns at once. */
    public static final int LARGEST_PAGE = 500;

    private static final int IDS_NAMED = 5;

    private final Homes homes;
    private final Devices devices;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Households(Homes homes, Devices devices, Audit audit, ApplicationEventPublisher events) {
        this.homes = homes;
        this.devices = devices;
        this.audit = audit;
        this.events = events;
    }

    /** Registers homes, all or none; refuses an id that exists already, naming it. Publishes {@link HouseholdEvent.Registered}. */
    @Transactional
    public void register(List<Household> all) {
        register(all, List.of());
    }

    /** Registers homes together with their contacts, all or none. Publishes {@link HouseholdEvent.Registered}. */
    @Transactional
    public void register(List<Household> all, List<Contact> contacts) {
        if (all.isEmpty()) {
            return;
        }
        var ids = all.stream().map(Household::id).toList();
        refuseTaken("household", ids, homes.riskGroups(ids).keySet());
        try {
            homes.add(all);
        } catch (DuplicateKeyException e) {
            throw new Refused(
                    "One of these households was registered by someone else just now. Load the list again and repeat.");
        }
        homes.addContacts(contacts);
        audit.record(
                all.size() == 1 ? "household:" + ids.get(0) : "import:" + UUID.randomUUID(),
                all.size() == 1 ? "household.registered" : "households.imported",
                Map.of("homes", all.size(), "contacts", contacts.size()));
        events.publishEvent(new HouseholdEvent.Registered(ids));
    }

    /** Replaces the data of one home (version must match). Publishes {@link HouseholdEvent.Changed}. */
    @Transactional
    public void update(Household home) {
        var before = get(home.id());
        homes.update(home);
        audit.record(
                "household:" + home.id(),
                "household.changed",
                Map.of("fields", home.changesFrom(before), "version", home.version() + 1));
        events.publishEvent(new HouseholdEvent.Changed(List.of(home.id())));
    }

    public Optional<Household> find(String id) {
        return Optional.ofNullable(homes.list(List.of(id)).get(id));
    }

    /** Throws {@link anbu.platform.NotFound}. */
    public Household get(String id) {
        return find(id).orElseThrow(() -> new NotFound("There is no household \"%s\".".formatted(id)));
    }

    public Map<String, Household> list(Collection<String> ids) {
        return homes.list(ids);
    }

    /** One page by id, at most 500, after the given id ("" for the first). */
    public List<Household> page(String afterId, int limit) {
        return homes.page(afterId, Math.max(1, Math.min(limit, LARGEST_PAGE)));
    }

    /** Replaces the ordered contacts of a home. */
    @Transactional
    public void contacts(String householdId, List<Contact> contacts) {
        refuseUnknownHomes(List.of(householdId));
        var ordered = new ArrayList<Contact>();
        for (var each : contacts) {
            ordered.add(each.at(householdId, ordered.size() + 1));
        }
        homes.removeContacts(householdId);
        homes.addContacts(ordered);
        audit.record("household:" + householdId, "household.contacts-replaced", Map.of("contacts", ordered.size()));
    }

    public List<Contact> contacts(String householdId) {
        return homes.contacts(householdId);
    }

    /**
     * Installs devices, all or none ({@code no} of the given ones is ignored). Publishes {@link HouseholdEvent.DevicesInstalled}.
     * Refuses a device id that is taken or a home that does not exist.
     */
    @Transactional
    public List<Device> install(List<Device> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        var ids = all.stream().map(Device::id).toList();
        refuseTaken("device", ids, devices.list(ids).keySet());
        refuseUnknownHomes(all.stream().map(Device::householdId).collect(Collectors.toSet()));
        try {
            devices.add(all);
        } catch (DuplicateKeyException e) {
            throw new Refused(
                    "One of these devices was installed by someone else just now. Load the list again and repeat.");
        }
        var stored = devices.list(ids);
        var installed = ids.stream().map(stored::get).toList();
        audit.record(
                all.size() == 1 ? "household:" + all.get(0).householdId() : "import:" + UUID.randomUUID(),
                all.size() == 1 ? "device.installed" : "devices.imported",
                all.size() == 1 ? Map.of("device", ids.get(0)) : Map.of("devices", all.size()));
        events.publishEvent(new HouseholdEvent.DevicesInstalled(installed));
        return installed;
    }

    public Map<String, Device> devices(Collection<String> deviceIds) {
        return devices.list(deviceIds);
    }

    /** By their numbers; those that do not exist are not in it. */
    public Map<Integer, Device> devicesByNo(Collection<Integer> numbers) {
        return devices.byNo(numbers);
    }

    public List<Device> devicesOf(String householdId) {
        return devices.of(householdId);
    }

    /** Just what rules judge, for many homes at once, without opening personal data. */
    public Map<String, RiskGroup> riskGroups(Collection<String> ids) {
        return homes.riskGroups(ids);
    }

    private void refuseUnknownHomes(Collection<String> ids) {
        var unknown = new TreeSet<>(ids);
        unknown.removeAll(homes.riskGroups(ids).keySet());
        if (!unknown.isEmpty()) {
            throw new NotFound("There is no household %s. Register the home first.".formatted(named(unknown)));
        }
    }

    private static void refuseTaken(String what, List<String> ids, Collection<String> existing) {
        if (!existing.isEmpty()) {
            throw new Refused("The %s id %s is taken already. Change the existing one, or choose another id."
                    .formatted(what, named(new TreeSet<>(existing))));
        }
        var seen = new HashSet<String>();
        var twice = ids.stream().filter(id -> !seen.add(id)).collect(Collectors.toCollection(TreeSet::new));
        if (!twice.isEmpty()) {
            throw new Refused("The %s id %s is given twice.".formatted(what, named(twice)));
        }
    }

    private static String named(TreeSet<String> ids) {
        var first = ids.stream().limit(IDS_NAMED).map(id -> '"' + id + '"').collect(Collectors.joining(", "));
        return ids.size() <= IDS_NAMED ? first : first + " and %d more".formatted(ids.size() - IDS_NAMED);
    }
}
