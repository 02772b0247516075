package anbu.telemetry;

import static anbu.testing.PageSlice.NIGHT;
import static anbu.testing.PageSlice.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import anbu.audit.Audit;
import anbu.testing.PageSlice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest({QuarantinePage.class, QuarantineEntryPage.class})
@Import({PageSlice.class, QuarantineRetention.Shelf.class})
class QuarantinePageTest {
    private static final Quarantine.Entry ENTRY = new Quarantine.Entry(
            1,
            NIGHT,
            "mqtt",
            "anbu/v1/p1/telemetry",
            "p1",
            "<b>{\"t\":",
            8,
            Reason.BAD_PAYLOAD,
            "broken JSON",
            2,
            NIGHT);

    @Autowired
    MockMvc mvc;

    @MockitoBean
    QuarantineShares shares;

    @MockitoBean
    Redrive redrive;

    @MockitoBean
    Audit audit;

    @MockitoBean
    Quarantine quarantine;

    @Test
    @WithMockUser(username = "op", roles = "OPERATOR")
    void whatCameInIsShownAsTextWithItsReason() throws Exception {
        given(quarantine.counts()).willReturn(Map.of(Reason.BAD_PAYLOAD, 12L));
        given(quarantine.found(any(), any(), anyInt())).willReturn(List.of(ENTRY));

        var page = page(mvc, "/intake/quarantine", "ko", "quarantine");

        assertThat(page).contains("형식이 다름", "&lt;b&gt;", "broken JSON").doesNotContain("??");
        assertThat(page(mvc, "/intake/quarantine", "en", "quarantine"))
                .contains("Bad payload")
                .doesNotContain("??");
    }

    @Test
    @WithMockUser(username = "op", roles = "OPERATOR")
    void oneMessageIsShownByteByByteAndItsDownloadIsRecorded() throws Exception {
        given(quarantine.find(1)).willReturn(Optional.of(ENTRY));
        given(quarantine.payload(1)).willReturn(Optional.of(new byte[] {'<', 'b', '>', 0, (byte) 0xff}));

        var page = page(mvc, "/intake/quarantine/1", "en", "quarantine-entry");
        var download =
                mvc.perform(get("/intake/quarantine/1/bytes")).andReturn().getResponse();

        assertThat(page)
                .contains("0000  3c 62 3e 00 ff", "&lt;b&gt;..", "read again 2 times")
                .doesNotContain("??");
        assertThat(page(mvc, "/intake/quarantine/1", "ko", "quarantine-entry")).doesNotContain("??");
        assertThat(download.getContentAsByteArray()).containsExactly('<', 'b', '>', 0, (byte) 0xff);
        verify(audit).record(eq("quarantine"), eq("quarantine.downloaded"), anyMap());
    }

    @Test
    @WithMockUser(username = "op", roles = "OPERATOR")
    void theChosenOnesAreReadAgainAndThePageSaysWhatBecameOfThem() throws Exception {
        var filter =
                new Quarantine.Filter(Reason.UNKNOWN_DEVICE, null, "p1", Instant.parse("2026-11-22T15:00:00Z"), null);
        given(redrive.run(filter, List.of(1L, 2L), 0)).willReturn(new Redrive.Outcome(1, 1, 3, 4, null));

        mvc.perform(post("/intake/quarantine/redrive")
                        .param("id", "1", "2")
                        .param("reason", "UNKNOWN_DEVICE")
                        .param("text", "p1")
                        .param("from", "2026-11-23")
                        .param("until", "")
                        .with(csrf()))
                .andExpect(redirectedUrl("/intake/quarantine?reason=UNKNOWN_DEVICE&text=p1&from=2026-11-23"))
                .andExpect(flash().attribute("outcome", new Redrive.Outcome(1, 1, 3, 4, null)));
    }

    @Test
    @WithMockUser(roles = "MANAGER")
    void managersLookAndDoNotTouch() throws Exception {
        mvc.perform(post("/intake/quarantine/redrive").with(csrf())).andExpect(status().isForbidden());
        mvc.perform(get("/intake/quarantine/1/bytes")).andExpect(status().isForbidden());
    }

    @Test
    @WithMockUser(roles = "CASEWORKER")
    void othersDoNotSeeIt() throws Exception {
        mvc.perform(get("/intake/quarantine")).andExpect(status().isForbidden());
    }
}
