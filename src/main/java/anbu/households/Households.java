package anbu.households;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The directory of homes, people and devices. */
@Service
public class Households {
    /** Registers homes, all or none; refuses an id that exists already, naming it. Publishes {@link HouseholdEvent.Registered}. */
    public void register(List<Household> homes) {
        throw new UnsupportedOperationException();
    }

    /** Replaces the data of one home (version must match). Publishes {@link HouseholdEvent.Changed}. */
    public void update(Household home) {
        throw new UnsupportedOperationException();
    }

    public Optional<Household> find(String id) {
        throw new UnsupportedOperationException();
    }

    /** Throws {@link anbu.platform.NotFound}. */
    public Household get(String id) {
        throw new UnsupportedOperationException();
    }

    public Map<String, Household> list(Collection<String> ids) {
        throw new UnsupportedOperationException();
    }

    /** One page by id, at most 500, after the given id ("" for the first). */
    public List<Household> page(String afterId, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Replaces the ordered contacts of a home. */
    public void contacts(String householdId, List<Contact> contacts) {
        throw new UnsupportedOperationException();
    }

    public List<Contact> contacts(String householdId) {
        throw new UnsupportedOperationException();
    }

    /** Installs devices, all or none ({@code no} of the given ones is ignored). Publishes {@link HouseholdEvent.DevicesInstalled}. Refuses a device id that is taken or a home that does not exist. */
    public List<Device> install(List<Device> devices) {
        throw new UnsupportedOperationException();
    }

    public Map<String, Device> devices(Collection<String> deviceIds) {
        throw new UnsupportedOperationException();
    }

    public List<Device> devicesOf(String householdId) {
        throw new UnsupportedOperationException();
    }

    /** Just what rules judge, for many homes at once, without opening personal data. */
    public Map<String, RiskGroup> riskGroups(Collection<String> ids) {
        throw new UnsupportedOperationException();
    }
}
