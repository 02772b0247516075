package anbu.monitoring;

import static anbu.testing.PageSlice.NIGHT;
import static anbu.testing.PageSlice.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

import anbu.households.Household;
import anbu.households.Households;
import anbu.households.RiskGroup;
import anbu.testing.PageSlice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(DeadlinesPage.class)
@Import(PageSlice.class)
@WithMockUser(username = "han", roles = "MANAGER")
class DeadlinesPageTest {
    @Autowired
    MockMvc mvc;

    @MockitoBean
    UpcomingDeadlines upcoming;

    @MockitoBean
    Households households;

    @MockitoBean
    Lateness lateness;

    @BeforeEach
    void aNight() {
        given(upcoming.list(any(), anyInt()))
                .willReturn(List.of(
                        upcoming("home-1", "DANGER", "WELLBEING", 14, 24),
                        upcoming("home-2", "DANGER", "DEVICE", 36, 6),
                        upcoming("home-3", "ATTENTION", "WELLBEING", 88, 14)));
        given(lateness.recent())
                .willReturn(Optional.of(new Lateness.Recent(Duration.ofMillis(340), Duration.ofSeconds(2))));
        given(upcoming.count(any())).willReturn(3L);
        given(upcoming.totals(any(), any())).willReturn(new UpcomingDeadlines.Totals(3186, 8, 27, 2));
        given(upcoming.hours(any(), any()))
                .willReturn(List.of(
                        new UpcomingDeadlines.HourCount(0, "WELLBEING", "DANGER", 5),
                        new UpcomingDeadlines.HourCount(1, "WELLBEING", "ATTENTION", 4),
                        new UpcomingDeadlines.HourCount(6, "DEVICE", "DANGER", 2),
                        new UpcomingDeadlines.HourCount(9, "WELLBEING", "CRITICAL", 3)));
        given(households.list(anyCollection()))
                .willReturn(Map.of("home-1", home("home-1", "홍길표"), "home-2", home("home-2", "강미자")));
    }

    @Test
    void theNextDeadlineIsToldWithItsPersonLevelAndLimit() throws Exception {
        var page = page(mvc, "/deadlines", "ko", "deadlines");

        assertThat(page)
                .contains("</html>", "홍○표", "14분", "23시간 46분", "3,186가구", "0.3초", "최대 2초", "위험 이상은 모두 8건")
                .doesNotContain("??", "홍길표");
    }

    @Test
    void englishIsComplete() throws Exception {
        var page = page(mvc, "/deadlines?hours=3", "en", "deadlines");

        assertThat(page).contains("</html>", "23 h 46 min", "Homes watched").doesNotContain("??");
    }

    private static UpcomingDeadlines.Upcoming upcoming(
            String home, String level, String kind, long minutes, double hours) {
        var at = NIGHT.plus(Duration.ofMinutes(minutes));
        return new UpcomingDeadlines.Upcoming(
                home,
                level,
                kind,
                at,
                hours,
                at.minus(Duration.ofMinutes(Math.round(hours * 60))),
                NIGHT.minusSeconds(90));
    }

    private static Household home(String id, String name) {
        return new Household(id, "한결구", "가람동", RiskGroup.HIGH, name, "010-1234-4821", null, 1954, "M", null, NIGHT, 1);
    }
}
