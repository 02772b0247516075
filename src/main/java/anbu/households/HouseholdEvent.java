package anbu.households;

import java.util.List;

/** What happened in the directory, told in the same transaction. Batches, so that an import is one event. */
public sealed interface HouseholdEvent {
    /** New homes are watched from now on. */
    record Registered(List<String> householdIds) implements HouseholdEvent {}

    /** Group or anything else that rules judge has changed. */
    record Changed(List<String> householdIds) implements HouseholdEvent {}

    /** Devices were added (or moved) to homes. */
    record DevicesInstalled(List<Device> devices) implements HouseholdEvent {}
}
