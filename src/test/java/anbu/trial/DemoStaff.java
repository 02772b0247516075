package anbu.trial;

import anbu.staff.Role;
import anbu.staff.Staff;
import anbu.staff.Team;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The accounts of the trial, with passwords that everybody may know. */
enum DemoStaff {
    CASEWORKER("한담당", Role.CASEWORKER, Team.DAY_OFFICE),
    FIELDWORKER("나현장", Role.FIELD_WORKER, Team.DAY_OFFICE),
    MANAGER("정팀장", Role.MANAGER, Team.CONTROL_CENTER),
    POLICY("오정책", Role.POLICY_OFFICER, null),
    OPERATOR("서운영", Role.OPERATOR, null),
    AUDITOR("조감사", Role.AUDITOR, null),
    DEVICE("플러그 게이트웨이", Role.DEVICE, null);

    private final String displayName;
    private final Role role;
    private final @Nullable Team team;

    DemoStaff(String displayName, Role role, @Nullable Team team) {
        this.displayName = displayName;
        this.role = role;
        this.team = team;
    }

    String username() {
        return name().toLowerCase(Locale.ROOT);
    }

    String password() {
        return "anbu-%s-trial".formatted(username());
    }

    String displayName() {
        return displayName;
    }

    static void createIn(Staff staff) {
        for (var one : values()) {
            if (staff.find(one.username()).isEmpty()) {
                staff.create(one.username(), one.password(), one.displayName, Set.of(one.role), one.team);
            }
        }
    }
}
