package anbu.households;

import jakarta.validation.Validator;
import jakarta.validation.groups.Default;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Files of homes and devices, imported whole or not at all. */
@Service
class Imports {
    private final Households households;
    private final Validator validator;
    private final Clock clock;
    private final ZoneId serviceZone;

    Imports(Households households, Validator validator, Clock clock, ZoneId serviceZone) {
        this.households = households;
        this.validator = validator;
        this.clock = clock;
        this.serviceZone = serviceZone;
    }

    /** Imports homes with their contacts; returns how many homes. Throws {@link anbu.platform.InvalidInput} with errors by line. */
    int households(byte[] file) {
        var errors = new ImportErrors(ImportColumns.HOUSEHOLDS_OPEN);
        var rows = new CsvTable(ImportColumns.HOUSEHOLDS, ImportColumns.HOUSEHOLDS_REQUIRED, errors).rows(file);
        refuseTaken(
                rows,
                "household_id",
                errors,
                households.riskGroups(ids(rows, "household_id")).keySet());
        var now = clock.instant();
        var homes = new ArrayList<Household>();
        var contacts = new ArrayList<Contact>();
        for (var row : rows) {
            var cells = ImportRow.of(row, errors);
            var form = home(cells);
            var people = contacts(cells);
            if (cells.wrong().isEmpty()) {
                homes.add(form.created(now));
                for (var place = 1; place <= people.size(); place++) {
                    contacts.add(people.get(place - 1).contact(form.id(), place));
                }
            }
        }
        errors.refuseIfAny();
        households.register(homes, contacts);
        return homes.size();
    }

    /** Imports devices; returns how many. Throws {@link anbu.platform.InvalidInput} with errors by line. */
    int devices(byte[] file) {
        var errors = new ImportErrors(ImportColumns.DEVICES.keySet());
        var rows = new CsvTable(ImportColumns.DEVICES, ImportColumns.DEVICES_REQUIRED, errors).rows(file);
        refuseTaken(
                rows,
                "device_id",
                errors,
                households.devices(ids(rows, "device_id")).keySet());
        var known = households.riskGroups(ids(rows, "household_id")).keySet();
        var now = clock.instant();
        var devices = new ArrayList<Device>();
        for (var row : rows) {
            var cells = ImportRow.of(row, errors);
            var form = device(cells);
            if (form.householdId() != null && !known.contains(form.householdId())) {
                cells.refuse("household_id", "There is no such household. Import the households first.");
            }
            if (cells.wrong().isEmpty()) {
                devices.add(form.device(now));
            }
        }
        errors.refuseIfAny();
        return households.install(devices).size();
    }

    @SuppressWarnings("NullAway") // a form may hold what its constraints then refuse
    private HouseholdForm home(ImportRow cells) {
        var form = new HouseholdForm(
                cells.text("household_id"),
                cells.text("district"),
                cells.text("dong"),
                cells.word("risk_group", Words.RISK_GROUPS, "HIGH, MEDIUM or GENERAL (고위험, 중위험, 일반)"),
                cells.text("name"),
                cells.text("phone"),
                cells.text("address"),
                cells.number("birth_year"),
                cells.word("sex", Words.SEXES, "F or M (여, 남)"),
                cells.text("visit_note"),
                null);
        cells.check(validator, form, Map.of("id", "household_id"), Default.class, HouseholdForm.Creation.class);
        return form;
    }

    private List<ContactForm> contacts(ImportRow cells) {
        var people = new ArrayList<ContactForm>();
        for (var place = 1; place <= ImportColumns.CONTACTS; place++) {
            var prefix = "contact%d_".formatted(place);
            var columns = List.of(prefix + "kind", prefix + "name", prefix + "phone", prefix + "has_key");
            if (columns.stream().anyMatch(column -> cells.text(column) != null)) {
                people.add(contact(cells, prefix));
            }
        }
        return people;
    }

    @SuppressWarnings("NullAway") // a form may hold what its constraints then refuse
    private ContactForm contact(ImportRow cells, String prefix) {
        var hasKey = cells.word(prefix + "has_key", Words.ANSWERS, "yes or no (예, 아니오)");
        var form = new ContactForm(
                cells.word(
                        prefix + "kind", Words.KINDS, "FAMILY, NEIGHBOR, LANDLORD, GUARD, NEIGHBORHOOD_CARER or OTHER"),
                cells.text(prefix + "name"),
                cells.text(prefix + "phone"),
                hasKey != null && hasKey);
        var renamed = Map.of("kind", prefix + "kind", "name", prefix + "name", "phone", prefix + "phone");
        cells.check(validator, form, renamed, Default.class);
        return form;
    }

    @SuppressWarnings("NullAway") // a form may hold what its constraints then refuse
    private DeviceForm device(ImportRow cells) {
        var form = new DeviceForm(
                cells.text("device_id"),
                cells.text("household_id"),
                cells.word(
                        "appliance",
                        Words.APPLIANCES,
                        "one of the appliances, such as TELEVISION (텔레비전) or RICE_COOKER (전기밥솥)"),
                cells.text("room"),
                cells.moment("installed_at", serviceZone));
        cells.check(validator, form, Map.of("id", "device_id"), Default.class);
        return form;
    }

    private static void refuseTaken(List<CsvRow> rows, String column, ImportErrors errors, Set<String> taken) {
        for (var row : rows) {
            var id = row.get(column);
            if (id != null && taken.contains(id)) {
                errors.add(
                        row.line(),
                        column,
                        id,
                        "This id is registered already. Change it there, or choose another id.");
            } else if (id != null) {
                errors.once(row.line(), column, id);
            }
        }
    }

    private static Collection<String> ids(List<CsvRow> rows, String column) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.get(column)))
                .distinct()
                .toList();
    }
}
