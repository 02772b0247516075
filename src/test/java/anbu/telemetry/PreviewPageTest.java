package anbu.telemetry;

import static anbu.testing.PageSlice.kept;
import static anbu.testing.PageSlice.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import anbu.testing.PageSlice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(PreviewPage.class)
@Import(PageSlice.class)
class PreviewPageTest {
    @Autowired
    MockMvc mvc;

    @MockitoBean
    Previews previews;

    private static Preview preview(String dialect, String kind, String reason) {
        return new Preview(
                dialect, kind, "tv", kind.equals("measurement") ? 73.0 : null, null, null, null, reason, List.of());
    }

    private String posted(String language, String form, String payload) throws Exception {
        return mvc.perform(post("/intake/preview")
                        .param("lang", language)
                        .param("topic", "tele/tv/SENSOR")
                        .param("payload", payload)
                        .param("form", form)
                        .with(csrf())
                        .accept("text/html"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @WithMockUser(username = "op", roles = "OPERATOR")
    void everyDialectSaysHowItReadsAMessageTheBestFirst() throws Exception {
        given(previews.dialects()).willReturn(List.of("anbu", "tasmota"));
        given(previews.read(eq("anbu"), any(), any())).willReturn(preview("anbu", "reject", "WRONG_TOPIC: <b>"));
        given(previews.read(eq("tasmota"), any(), any())).willReturn(preview("tasmota", "measurement", ""));

        var page = kept(posted("ko", "text", "{\"x\":\"<i>\"}"), "preview-ko");

        assertThat(page).contains("73.0 W", "도착한 때", "&lt;b&gt;", "&lt;i&gt;").doesNotContain("??");
        assertThat(page.indexOf("<code>tasmota")).isLessThan(page.indexOf("<code>anbu"));
        assertThat(posted("en", "text", "{}"))
                .contains("measurement", "at arrival")
                .doesNotContain("??");
    }

    @Test
    @WithMockUser(username = "op", roles = "OPERATOR")
    void aPayloadThatIsNotInItsFormIsSaidSo() throws Exception {
        assertThat(posted("en", "hex", "zz")).contains("The payload is not in the chosen form");
        assertThat(posted("en", "base64", "%")).doesNotContain("??");
        assertThat(page(mvc, "/intake/preview", "ko", "preview-empty"))
                .contains("수신 미리 보기")
                .doesNotContain("??");
    }

    @Test
    @WithMockUser(roles = "CASEWORKER")
    void othersDoNotSeeIt() throws Exception {
        mvc.perform(get("/intake/preview")).andExpect(status().isForbidden());
    }
}
