package anbu.telemetry;

import static anbu.testing.PageSlice.NIGHT;
import static anbu.testing.PageSlice.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import anbu.platform.InvalidInput;
import anbu.testing.PageSlice;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest({ReadingImportPage.class, ReadingImportApi.class})
@Import(PageSlice.class)
@WithMockUser(username = "op", roles = "OPERATOR")
class ReadingImportPageTest {
    private static final ReadingImport RUNNING = ReadingImport.of(
                    UUID.fromString("00000000-0000-0000-0000-000000000001"), "<winter>.csv.gz", "op", NIGHT, 1000)
            .progressed(NIGHT, 420, new ReadingImport.Tally(2000, 1990, 7, 3));

    @Autowired
    MockMvc mvc;

    @MockitoBean
    HistoryImport history;

    @MockitoBean
    TelemetrySettings settings;

    @BeforeEach
    void someImport() {
        given(settings.oldest()).willReturn(Duration.ofDays(400));
        given(history.list()).willReturn(List.of(RUNNING));
        given(history.get(RUNNING.id())).willReturn(RUNNING);
        given(history.errors(RUNNING.id()))
                .willReturn(List.of(new ReadingImports.LineError(
                        17, Reason.UNKNOWN_DEVICE, "device", "fan", "No device of this name is installed.")));
    }

    @Test
    void howFarItIsIsShownAndAskedForAgainWhileItRuns() throws Exception {
        var page = page(mvc, "/intake/import/" + RUNNING.id(), "ko", "import");

        assertThat(page)
                .contains("value=\"42\"", "hx-trigger=\"every 1s\"", "&lt;winter&gt;.csv.gz", "400일", "모르는 기기", ">17<")
                .doesNotContain("??");
        assertThat(page(mvc, "/intake/import", "en", "import"))
                .contains("Storing")
                .doesNotContain("??");
        given(history.list()).willReturn(List.of(RUNNING.ended(ReadingImport.Status.DONE, NIGHT, null)));
        assertThat(page(mvc, "/intake/import/list", "en", "import-list"))
                .contains("value=\"100\"")
                .doesNotContain("hx-trigger", "<html");
    }

    @Test
    void aFileIsTakenAsItIsOrAsAFormAndAWrongOneIsRefusedInWords() throws Exception {
        given(history.begin(eq("a b.csv"), any())).willReturn(RUNNING);
        given(history.begin(eq("bad.csv"), any()))
                .willThrow(new InvalidInput("The first line must name the columns.", List.of()));

        mvc.perform(post("/intake/import?name=a b.csv")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(new byte[] {1})
                        .with(csrf()))
                .andExpect(content().string(RUNNING.id().toString()));
        mvc.perform(multipart("/intake/import")
                        .file(new MockMultipartFile("file", "a b.csv", null, new byte[] {1}))
                        .with(csrf()))
                .andExpect(redirectedUrl("/intake/import/" + RUNNING.id()));
        mvc.perform(post("/intake/import?name=bad.csv")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string("The first line must name the columns."));
        mvc.perform(post("/api/v1/readings/import?name=a b.csv")
                        .contentType("application/gzip")
                        .content(new byte[] {1}))
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", "/api/v1/readings/import/" + RUNNING.id()));
    }

    @Test
    @WithMockUser(roles = "MANAGER")
    void onlyOperatorsImport() throws Exception {
        mvc.perform(get("/intake/import")).andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/readings/import").contentType("text/csv")).andExpect(status().isForbidden());
    }
}
