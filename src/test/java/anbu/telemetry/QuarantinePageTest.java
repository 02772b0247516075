package anbu.telemetry;

import static anbu.testing.PageSlice.NIGHT;
import static anbu.testing.PageSlice.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import anbu.testing.PageSlice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(QuarantinePage.class)
@Import(PageSlice.class)
class QuarantinePageTest {
    @Autowired
    MockMvc mvc;

    @MockitoBean
    Quarantine quarantine;

    @Test
    @WithMockUser(username = "op", roles = "OPERATOR")
    void whatCameInIsShownAsTextWithItsReason() throws Exception {
        given(quarantine.counts()).willReturn(Map.of(Reason.BAD_PAYLOAD, 12L));
        given(quarantine.list(any(), any(), anyInt()))
                .willReturn(List.of(new Quarantine.Entry(
                        1, NIGHT, "mqtt", "anbu/v1/p1/telemetry", "<b>{\"t\":", Reason.BAD_PAYLOAD, "broken JSON")));

        var page = page(mvc, "/intake/quarantine", "ko", "quarantine");

        assertThat(page).contains("형식이 다름", "&lt;b&gt;", "broken JSON").doesNotContain("??");
        assertThat(page(mvc, "/intake/quarantine", "en", "quarantine"))
                .contains("Bad payload")
                .doesNotContain("??");
    }

    @Test
    @WithMockUser(roles = "CASEWORKER")
    void othersDoNotSeeIt() throws Exception {
        mvc.perform(get("/intake/quarantine")).andExpect(status().isForbidden());
    }
}
