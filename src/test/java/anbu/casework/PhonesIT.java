package anbu.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbu.audit.Audit;
import anbu.households.Contact;
import anbu.households.Households;
import anbu.platform.NotFound;
import anbu.platform.Refused;
import anbu.testing.AnbuTest;
import anbu.testing.Concerned;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** Who sees a telephone number in clear text, and what remains of it. */
@AnbuTest
@WithMockUser("kim")
class PhonesIT {
    @Autowired
    private Concerned concerned;

    @Autowired
    private Casework casework;

    @Autowired
    private Phones phones;

    @Autowired
    private Households households;

    @Autowired
    private Audit audit;

    @Test
    void whoHasTakenTheTaskSeesTheNumbersAndTheHistorySaysSoWithoutThem() {
        var no = opened();
        casework.claim(casework.tasks(no).get(0).id());

        assertThat(phones.show(no, "resident").number()).isEqualTo("010-0000-4821");
        assertThat(phones.show(no, "1").number()).isEqualTo("010-0000-7777");

        var shown = audit.list("case:" + no).stream()
                .filter(entry -> entry.action().equals("person.shown"))
                .toList();
        assertThat(shown).extracting(Audit.Entry::actor).containsExactly("kim", "kim");
        assertThat(shown.toString()).doesNotContain("4821").doesNotContain("7777");
    }

    @Test
    void nobodyElseSeesThem() {
        var no = opened();

        assertThatThrownBy(() -> phones.show(no, "resident"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Take the task first");
        assertThat(audit.list("case:" + no)).extracting(Audit.Entry::action).doesNotContain("person.shown");
    }

    @Test
    void aContactThatDoesNotExistIsNotFound() {
        var no = opened();
        casework.claim(casework.tasks(no).get(0).id());

        assertThatThrownBy(() -> phones.show(no, "9")).isInstanceOf(NotFound.class);
    }

    private String opened() {
        var home = concerned.home();
        households.contacts(home, List.of(new Contact(home, 1, Contact.Kind.FAMILY, "김희망", "010-0000-7777", true)));
        concerned.raise(home, "WELLBEING", "CRITICAL");
        return casework.list(CaseStatus.OPEN, 1000).stream()
                .filter(file -> file.householdId().equals(home))
                .findFirst()
                .orElseThrow()
                .no();
    }
}
