package anbu.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import anbu.audit.Audit;
import anbu.platform.Misconfigured;
import anbu.platform.Refused;
import anbu.testing.TestDatabase;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

class StaffIT {
    private static final TestDatabase DATABASE = TestDatabase.create("staff");
    private static final String PASSWORD = "a long password";

    private final SignIn signIn = new SignIn();
    private final Accounts accounts = new Accounts(DATABASE.jdbc());
    private final Audit audit = mock();
    private final Staff staff = new Staff(accounts, signIn.passwordEncoder(), audit, Clock.systemUTC());

    @BeforeEach
    void nobody() {
        DATABASE.jdbc().sql("DELETE FROM account").update();
    }

    @Test
    void anAccountSignsInWithItsRolesAndItsPasswordIsOnlyAHash() {
        var created = staff.create("kim", PASSWORD, "Kim", Set.of(Role.CASEWORKER, Role.MANAGER), Team.DAY_OFFICE);

        var user = signIn.userDetailsService(accounts).loadUserByUsername("kim");
        assertThat(staff.find("kim")).contains(created);
        assertThat(user.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrder("ROLE_CASEWORKER", "ROLE_MANAGER");
        assertThat(user.getPassword()).startsWith("{bcrypt}").doesNotContain(PASSWORD);
        assertThat(signIn.passwordEncoder().matches(PASSWORD, user.getPassword()))
                .isTrue();
        verify(audit).record("account:kim", "account.created", Map.of("roles", "CASEWORKER,MANAGER"));
    }

    @Test
    void aTakenNameAShortPasswordAndAnAccountWithoutRolesAreRefused() {
        staff.create("kim", PASSWORD, "Kim", Set.of(Role.CASEWORKER), null);

        assertThatThrownBy(() -> staff.create("kim", PASSWORD, "Kim", Set.of(Role.CASEWORKER), null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("\"kim\" is taken");
        assertThatThrownBy(() -> staff.create("lee", "12345678901", "Lee", Set.of(Role.CASEWORKER), null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("11 characters");
        assertThatThrownBy(() -> staff.create("lee", PASSWORD, "Lee", Set.of(), null))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> signIn.userDetailsService(accounts).loadUserByUsername("lee"))
                .isInstanceOf(UsernameNotFoundException.class);
    }

    @Test
    void theFirstAccountIsCreatedOnceFromTheSettings() {
        first("root", PASSWORD);
        first("other", PASSWORD);

        assertThat(staff.find("root").orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.OPERATOR, Role.MANAGER, Role.CASEWORKER, Role.POLICY_OFFICER);
        assertThat(staff.find("other")).isEmpty();
    }

    @Test
    void withoutTheSettingsNoAccountIsCreated() {
        first("", "");

        assertThat(accounts.none()).isTrue();
        verify(audit, org.mockito.Mockito.never()).record(any(), any(), any());
    }

    @Test
    void aTooShortFirstPasswordStopsTheStart() {
        assertThatThrownBy(() -> first("root", "short"))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("5 characters");
    }

    private void first(String username, String password) {
        new FirstAccount(staff, accounts, username, password).run(new DefaultApplicationArguments());
    }
}
