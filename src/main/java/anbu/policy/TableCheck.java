package anbu.policy;

import anbu.platform.Refused;
import anbu.policy.facts.Basis;
import anbu.policy.facts.Group;
import anbu.policy.facts.Kind;
import anbu.policy.facts.Level;
import anbu.policy.facts.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a policy table must satisfy before it may judge anybody. Each fault is one sentence for policy staff. */
final class TableCheck {
    private static final double MOST_HOURS = 366 * 24;
    private static final double MOST_USE_HOURS = 14 * 24;
    private static final int MOST_DAYS = 60;

    /** Without these a home could be in danger and nobody would notice; the others may be left out. */
    private static final Set<Basis> REQUIRED =
            EnumSet.of(Basis.UNCHANGED, Basis.SILENT, Basis.NEVER_SEEN, Basis.UNRESOLVED);

    private final PolicyTable table;
    private final List<String> faults = new ArrayList<>();

    private TableCheck(PolicyTable table) {
        this.table = table;
    }

    /** Refuses the table with all its faults, or does nothing. */
    static void check(PolicyTable table) {
        var faults = faults(table);
        if (!faults.isEmpty()) {
            throw new Refused("This policy cannot be published. %s".formatted(String.join(" ", faults)));
        }
    }

    static List<String> faults(PolicyTable table) {
        var check = new TableCheck(table);
        table.limits().forEach(check::limit);
        for (var group : Group.values()) {
            for (var basis : Basis.values()) {
                check.ladder(group, basis);
            }
        }
        check.tightening();
        check.opening();
        check.spans();
        check.signals();
        check.protocol();
        return check.faults;
    }

    private void limit(Limit limit) {
        if (!(limit.hours() > 0 && limit.hours() <= MOST_HOURS)) {
            fault("%s has %s hours; it must be more than 0 and at most %.0f.", name(limit), limit.hours(), MOST_HOURS);
        }
        boolean use = limit.basis() == Basis.LOW_USE || limit.basis() == Basis.EXCESS_USE;
        if (use && limit.hours() > MOST_USE_HOURS) {
            fault("%s has %s hours; use is counted over at most %.0f.", name(limit), limit.hours(), MOST_USE_HOURS);
        }
        if (limit.level() == Level.NORMAL) {
            fault(
                    "%s has a limit, but NORMAL is the level of a home with no finding. Maybe ATTENTION was meant.",
                    name(limit));
        }
        if (limit.kind() != kindOf(limit.basis())) {
            fault(
                    "%s is of kind %s, but %s hours are always about %s.",
                    name(limit), limit.kind(), limit.basis(), kindOf(limit.basis()));
        }
    }

    private static Kind kindOf(Basis basis) {
        return switch (basis) {
            case UNCHANGED, UNRESOLVED, CONSTANT_ON, LOW_USE, EXCESS_USE -> Kind.WELLBEING;
            case SILENT, NEVER_SEEN, DEVICE_SILENT -> Kind.DEVICE;
        };
    }

    /** Rows of one group and basis come in the order of their levels; every group has the same levels. */
    private void ladder(Group group, Basis basis) {
        var rungs = rungs(group, basis);
        if (rungs.isEmpty() && REQUIRED.contains(basis)) {
            fault(
                    "Group %s has no %s limit, so it would never be noticed this way. Add at least one row.",
                    group, basis);
        }
        for (int i = 1; i < rungs.size(); i++) {
            var lower = rungs.get(i - 1);
            var higher = rungs.get(i);
            if (lower.level() == higher.level()) {
                fault("%s appears twice, with %s and %s hours.", name(lower), lower.hours(), higher.hours());
            } else if (lower.hours() >= higher.hours()) {
                fault(
                        "%s comes after %s hours and %s after %s; the higher level must come later.",
                        name(lower), lower.hours(), higher.level(), higher.hours());
            }
        }
        missing(group, basis);
    }

    private void missing(Group group, Basis basis) {
        var own = rungs(group, basis).stream().map(Limit::level).toList();
        table.limits().stream()
                .filter(limit -> limit.basis() == basis && !(own.isEmpty() && REQUIRED.contains(basis)))
                .filter(limit -> !own.contains(limit.level()))
                .map(Limit::level)
                .distinct()
                .forEach(
                        level -> fault("Group %s has no row for %s %s, which other groups have.", group, basis, level));
    }

    private List<Limit> rungs(Group group, Basis basis) {
        return table.limits().stream() // the table keeps its rows in the order of levels
                .filter(limit -> limit.group() == group && limit.basis() == basis)
                .toList();
    }

    private void tightening() {
        var tightening = table.tightening();
        if (!(tightening.factor() > 0 && tightening.factor() <= 1)) {
            fault("The tightening factor is %s; it must be more than 0 and at most 1.", tightening.factor());
        }
        if (!(tightening.scoreAtLeast() >= 0 && tightening.scoreAtLeast() <= 1)) {
            fault("Scores tighten from %s; scores lie between 0 and 1.", tightening.scoreAtLeast());
        }
    }

    private void opening() {
        for (var kind : Kind.values()) {
            var level = table.opensCaseFrom().get(kind);
            if (level == null || level == Level.NORMAL) {
                fault(
                        "A case of kind %s opens from level %s; say ATTENTION, DANGER or CRITICAL.",
                        kind, level == null ? "(none)" : level);
            }
        }
    }

    private void spans() {
        span("reportsSpeakFor", table.reportsSpeakFor());
        span("suspectAfter", table.suspectAfter());
        span("scoreValidFor", table.scoreValidFor());
    }

    private void signals() {
        var signals = table.signals();
        if (signals.missedReports() < 1) {
            fault("missedReports is %d; it must be at least 1.", signals.missedReports());
        }
        var norm = signals.useNorm();
        if (!(norm.lowShare() >= 0 && norm.lowShare() < 1 && norm.excessShare() > 1)) {
            fault(
                    "Little use is below %s of the norm and much above %s; say 0 to less than 1, and more than 1.",
                    norm.lowShare(), norm.excessShare());
        }
        if (norm.goodDays() < 1 || norm.goodDays() > norm.days() || norm.days() > MOST_DAYS) {
            fault(
                    "The norm wants %d good days of %d; say 1 or more, and at most %d days.",
                    norm.goodDays(), norm.days(), MOST_DAYS);
        }
        if (!(norm.leastWhPerDay() >= 0)) {
            fault("leastWhPerDay is %s; it must be 0 or more.", norm.leastWhPerDay());
        }
    }

    private void protocol() {
        var protocol = table.protocol();
        span("automaticCallSpacing", protocol.automaticCallSpacing());
        span("staffCallSpacing", protocol.staffCallSpacing());
        span("acknowledgeWithin", protocol.acknowledgeWithin());
        span("contactsWithin", protocol.contactsWithin());
        span("decideWithin", protocol.decideWithin());
        span("visitWithin", protocol.visitWithin());
        span("deviceRepairWithin", protocol.deviceRepairWithin());
        if (protocol.automaticCalls() < 0 || protocol.staffCalls() < 0) {
            fault(
                    "The protocol has %d automatic and %d staff calls; neither may be below 0.",
                    protocol.automaticCalls(), protocol.staffCalls());
        }
    }

    private void span(String name, Duration span) {
        if (span.isNegative() || span.isZero()) {
            fault("%s is %s; it must be longer than nothing.", name, span);
        }
    }

    private void fault(String sentence, Object... values) {
        faults.add(sentence.formatted(values));
    }

    private static String name(Limit limit) {
        return "%s %s %s".formatted(limit.group(), limit.basis(), limit.level());
    }
}
