package anbu.casework;

import static anbu.testing.PageSlice.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import anbu.audit.Audit;
import anbu.households.Households;
import anbu.platform.NotFound;
import anbu.platform.Refused;
import anbu.staff.Role;
import anbu.staff.Staff;
import anbu.testing.PageSlice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest({WorklistPage.class, CasePage.class})
@Import({PageSlice.class, Worklists.class, CaseViews.class, Timelines.class, Colleagues.class})
@WithMockUser(username = "han", roles = "CASEWORKER")
class PagesTest {
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"(/[^\"?#]+\\.(?:js|css|svg))\"");

    @Autowired
    MockMvc mvc;

    @MockitoBean
    Casework casework;

    @MockitoBean
    Households households;

    @MockitoBean
    Audit audit;

    @MockitoBean
    Staff staff;

    @MockitoBean
    CaseNotes notes;

    @BeforeEach
    void aNight() {
        given(casework.list(any(), anyInt())).willReturn(Night.FILES);
        given(casework.openTasks()).willReturn(Night.OPEN);
        given(casework.get(anyString())).willAnswer(call -> Night.FILES.stream()
                .filter(file -> file.no().equals(call.getArgument(0)))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such case.")));
        given(casework.tasks(anyString())).willAnswer(call -> Night.OPEN.stream()
                .filter(task -> task.caseNo().equals(call.getArgument(0)))
                .toList());
        given(casework.tasks(Night.DANGER.no())).willReturn(List.of(Night.EARLIER, Night.STAFF_CALL));
        given(casework.task(2)).willReturn(Night.STAFF_CALL);
        given(households.list(anyCollection())).willReturn(Night.HOMES);
        given(households.find(anyString()))
                .willAnswer(call -> Optional.ofNullable(Night.HOMES.get(call.<String>getArgument(0))));
        given(households.contacts("home-2")).willReturn(Night.CONTACTS_OF_HOME);
        given(audit.list(anyString())).willReturn(Night.HISTORY);
        given(notes.list(anyString()))
                .willReturn(
                        List.of(new CaseNotes.CaseNote(11, Night.DANGER.no(), Night.ago(28), "shin", "이웃이 어제 봤다고 함")));
        given(staff.find("shin"))
                .willReturn(Optional.of(new Staff.Account("shin", "신민아", Set.of(Role.CASEWORKER), null, true)));
    }

    @Test
    void theSignInPageSpeaksBothLanguagesAndSaysWhatWentWrong() throws Exception {
        assertThat(page(mvc, "/login", "ko", "login")).contains("아이디").doesNotContain("맞지 않습니다");
        assertThat(page(mvc, "/login?error", "en", "login")).contains("User name or password is not right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void theWorklistRendersWithoutAMissingTextAndMasked(String language) throws Exception {
        var page = page(mvc, "/worklist", language, "worklist");

        assertComplete(page);
        assertThat(page).contains("김○수").doesNotContain("김철수");
    }

    @Test
    void lateTasksComeFirstAndCasesOfTheSystemAfterThoseOfPeople() throws Exception {
        assertThat(page(mvc, "/worklist", "ko", "worklist"))
                .containsSubsequence(
                        "data-case=\"" + Night.CRITICAL.no(),
                        "data-case=\"" + Night.MEDIUM.no(),
                        "data-case=\"" + Night.DANGER.no(),
                        "data-case=\"" + Night.CALLED.no(),
                        "data-case=\"" + Night.SILENT.no());
    }

    @Test
    void aFilterKeepsOnlyItsLines() throws Exception {
        assertThat(page(mvc, "/worklist?show=mine", "ko", "worklist-mine"))
                .contains("data-case=\"" + Night.DANGER.no())
                .doesNotContain("data-case=\"" + Night.MEDIUM.no());
    }

    @Test
    void aRefreshIsOnlyTheLivePart() throws Exception {
        var answer = mvc.perform(get("/worklist").header("HX-Request", "true"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(answer).startsWith("<div id=\"live\"").doesNotContain("<html");
    }

    @Test
    void anEmptyWorklistSaysThatThereIsNothingToDo() throws Exception {
        given(casework.list(any(), anyInt())).willReturn(List.of());
        given(casework.openTasks()).willReturn(List.of());

        assertThat(page(mvc, "/worklist", "ko", "worklist-empty")).contains("지금 할 일이 없습니다.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void everyCaseRendersWithoutAMissingTextAndMasked(String language) throws Exception {
        for (var file : Night.FILES) {
            var page = page(mvc, "/cases/" + file.no(), language, "case-" + file.no());

            assertComplete(page);
            assertThat(page).doesNotContain("010-1234", "김철수");
        }
    }

    @Test
    void aCaseSaysWhyInOneSentence() throws Exception {
        assertThat(page(mvc, "/cases/" + Night.DANGER.no(), "ko", "case"))
                .contains("<b>25시간 2분</b> 동안 사람의 활동이 없습니다.")
                .contains("고위험군은 24시간이 기준이며")
                .contains("이분은 최근 28일 동안 길어야 11시간 40분 조용했습니다.");
        assertThat(page(mvc, "/cases/" + Night.DANGER.no(), "en", "case"))
                .contains("No activity of a person for <b>25 h 2 min</b>.");
    }

    @Test
    void aSilentHomeIsNeverCalledQuiet() throws Exception {
        assertThat(page(mvc, "/cases/" + Night.SILENT.no(), "ko", "case-silent"))
                .contains("기기가 보고하지 않았습니다. 사람이 움직였는지는 알 수 없습니다.")
                .doesNotContain("활동이 없습니다", "조용했습니다");
    }

    @Test
    void theHistoryTellsWhatPeopleWroteAndShowsTheKeyOfWhatItDoesNotKnow() throws Exception {
        assertThat(page(mvc, "/cases/" + Night.DANGER.no(), "ko", "case"))
                .contains("이웃이 어제 봤다고 함", "신호음만 40초", "직원 전화: 받지 않음", "something.new");
    }

    @Test
    void aClosedCaseShowsHowItEndedAndNoForm() throws Exception {
        given(casework.get(Night.DANGER.no())).willReturn(Night.closed());
        given(casework.tasks(Night.DANGER.no())).willReturn(List.of(Night.EARLIER));

        var page = page(mvc, "/cases/" + Night.DANGER.no(), "ko", "case-closed");

        assertComplete(page);
        assertThat(page).contains("본인이 안전하다고 확인").doesNotContain("id=\"task\"");
    }

    @Test
    void aTaskIsCompletedWithItsResult() throws Exception {
        mvc.perform(post("/tasks/2/complete")
                        .with(csrf())
                        .param("result", "NO_ANSWER")
                        .param("note", " "))
                .andExpect(redirectedUrl("/cases/" + Night.DANGER.no()));

        verify(casework).complete(2, StepResult.NO_ANSWER, null);
    }

    @Test
    void aResultThatIsMissingKeepsTheNote() throws Exception {
        var page = mvc.perform(post("/tasks/2/complete").with(csrf()).param("note", "들은 말"))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("결과를 하나 골라 주세요", "들은 말");
    }

    @Test
    void aRefusalIsShownInTheFormAndKeepsTheNote() throws Exception {
        given(casework.complete(2, StepResult.BUSY, "들은 말")).willThrow(new Refused("This task was taken by shin."));

        var page = mvc.perform(post("/tasks/2/complete")
                        .with(csrf())
                        .param("result", "BUSY")
                        .param("note", "들은 말"))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("This task was taken by shin.", "들은 말");
    }

    @Test
    void whyARefusalCameIsToldInTheReadersLanguage() throws Exception {
        given(casework.complete(3, StepResult.GO, null)).willThrow(new Refused("This task is held by shin."));
        given(casework.task(3)).willReturn(Night.VISIT);

        var page = mvc.perform(post("/tasks/3/complete").with(csrf()).param("result", "GO"))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertComplete(page);
        assertThat(page).contains("지금 신○아 님이 이 일을 맡고 있습니다.").doesNotContain("held by");
    }

    @Test
    void aCallInACaseAboutPlugsLeadsToThePlugs() throws Exception {
        given(casework.tasks(Night.SILENT.no())).willReturn(List.of(Night.WELFARE_CALL));

        assertThat(page(mvc, "/cases/" + Night.SILENT.no(), "ko", "case-silent-call"))
                .contains("저장하면 기기를 확인하는 단계로 갑니다.", "저장하면 출동을 결정하는 단계로 갑니다.")
                .doesNotContain("결과와 원인을 적고 닫는 단계", "다시 전화하고");
        assertThat(page(mvc, "/cases/" + Night.DANGER.no(), "ko", "case"))
                .contains("결과와 원인을 적고 닫는 단계", "다시 전화하고")
                .doesNotContain("저장하면 기기를 확인하는 단계로 갑니다.");
    }

    @Test
    void aCaseIsNotClosedWithoutACause() throws Exception {
        given(casework.tasks(Night.DANGER.no())).willReturn(List.of(Night.EARLIER, Night.OUTCOME));

        var page = mvc.perform(post("/cases/" + Night.DANGER.no() + "/close")
                        .with(csrf())
                        .param("outcome", "SAFE_SELF")
                        .param("cause", ""))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertComplete(PageSlice.kept(page, "case-closing-ko"));
        assertThat(page).contains("까닭을 골라 주세요.").doesNotContain("어떻게 끝났는지 골라 주세요.");
    }

    @Test
    @WithMockUser(roles = "AUDITOR")
    void whoOnlyReadsGetsNoForms() throws Exception {
        assertThat(page(mvc, "/cases/" + Night.DANGER.no(), "ko", "case-auditor"))
                .doesNotContain("id=\"task\"");

        mvc.perform(post("/tasks/2/claim").with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void anUnknownCaseIsAPageThatSaysSo() throws Exception {
        var page = page(mvc, "/cases/2026-999999", "ko", "error-404");

        assertComplete(page);
        assertThat(page).contains("찾는 화면이 없습니다");
    }

    @Test
    void whatAPageLoadsIsThere() throws Exception {
        var pages = page(mvc, "/worklist", "ko", "worklist") + page(mvc, "/cases/" + Night.DANGER.no(), "ko", "case");
        var loaded = LOADED.matcher(pages)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(loaded).hasSizeGreaterThan(8);
        for (var address : loaded) {
            mvc.perform(get(address))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Cache-Control", "no-cache"));
        }
    }

    /** A text that is missing shows as ??key??; a script inside the page would be stopped by the browser. */
    private static void assertComplete(String page) {
        assertThat(page).contains("</html>").doesNotContain("??").doesNotContainPattern("<script>");
    }
}
