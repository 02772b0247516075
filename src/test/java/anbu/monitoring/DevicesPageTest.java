package anbu.monitoring;

import static anbu.testing.PageSlice.NIGHT;
import static anbu.testing.PageSlice.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import anbu.households.Appliance;
import anbu.platform.Refused;
import anbu.telemetry.DeviceCare;
import anbu.telemetry.DeviceQuery;
import anbu.telemetry.DeviceSignal;
import anbu.telemetry.DeviceSignals;
import anbu.telemetry.Ladder;
import anbu.telemetry.Learned;
import anbu.telemetry.SignalState;
import anbu.testing.PageSlice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(DevicesPage.class)
@Import(PageSlice.class)
@WithMockUser(username = "seo", roles = "OPERATOR")
class DevicesPageTest {
    private static final Ladder LADDER = new Ladder(3, Duration.ofMinutes(30), Duration.ofHours(2));

    @Autowired
    MockMvc mvc;

    @MockitoBean
    DeviceBoard board;

    @MockitoBean
    DeviceCare care;

    @BeforeEach
    void someDevices() {
        var television = line("plug/1", Appliance.TELEVISION, NIGHT.minusSeconds(240), 30.0, null);
        var refrigerator = line("plug/2", Appliance.REFRIGERATOR, NIGHT.minusSeconds(9000), -240.0, "OFFLINE");
        var router = line("plug/3", Appliance.ROUTER, null, null, null);
        given(board.query(any(), any(), any()))
                .willReturn(new DeviceQuery(DeviceQuery.Show.ALL, "", "", 51, LADDER, NIGHT));
        given(board.list(any())).willReturn(List.of(television, refrigerator, router));
        given(board.counts(any())).willReturn(new DeviceSignals.Counts(3, 0, 1, 1, 1, 0, 1, 2, 2));
        given(board.get("plug/1")).willReturn(television);
        given(board.get("plug/2")).willReturn(refrigerator);
        given(board.get("plug/3")).willReturn(router);
        given(board.ladder()).willReturn(LADDER);
        given(board.learned(any()))
                .willReturn(new Learned(12, 2.5, null, null, List.of("06:30"), List.of("CYCLING_LOAD"), 17L));
        given(board.home("home-1"))
                .willReturn(new DeviceBoard.Home(SignalState.QUIET, List.of(television, refrigerator, router), 2));
    }

    @Test
    void theListTellsWhoReportsAndWhoDoesNot() throws Exception {
        var page = page(mvc, "/devices", "ko", "devices");

        assertThat(page)
                .contains("</html>", "기기 3대", "제때 보고", "끊김", "보고한 적 없음", "4분 빠름", "사람을 볼 수 없음", "연결 종료 알림")
                .contains("/devices/detail?id=plug/2")
                .doesNotContain("??");
    }

    @Test
    void englishIsComplete() throws Exception {
        assertThat(page(mvc, "/devices", "en", "devices"))
                .contains("</html>", "4 min ahead", "Cannot show a person")
                .doesNotContain("??");
        assertThat(page(mvc, "/devices/detail?id=plug/2", "en", "device")).doesNotContain("??");
    }

    @Test
    void aDevicesOwnPageTellsWhatIsWrongAndWhatToDo() throws Exception {
        var page = page(mvc, "/devices/detail?id=plug/2", "ko", "device");

        assertThat(page)
                .contains(
                        "</html>",
                        "사람의 활동을 보여 줄 수 없습니다",
                        "기기 시계가 4분 빠릅니다",
                        "보고가 끊겼습니다",
                        "3대 가운데 2대",
                        "12일치에서 배움",
                        "06:30",
                        "스스로 켜지고 꺼지는 부하에 연결되어",
                        "name=\"seconds\"")
                .doesNotContain("??");
        assertThat(page(mvc, "/devices/detail?id=plug/3", "ko", "device-new")).contains("아직 한 번도", "모르는 기기로");
    }

    @Test
    void thePartThatRenewsItselfComesAlone() throws Exception {
        var part = mvc.perform(get("/devices/live").param("id", "plug/1"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(part).contains("hx-get=\"/devices/live?id=plug/1\"").doesNotContain("<html");
    }

    @Test
    @WithMockUser(roles = "FIELD_WORKER")
    void onlyAnOperatorSaysHowOftenADeviceReports() throws Exception {
        assertThat(page(mvc, "/devices/detail?id=plug/1", "ko", "device-field")).doesNotContain("name=\"seconds\"");
        mvc.perform(post("/devices/interval").with(csrf()).param("id", "plug/1").param("seconds", "60"))
                .andExpect(status().isForbidden());
        then(care).shouldHaveNoInteractions();
    }

    @Test
    void anEmptyIntervalIsLearnedAndAWrongOneIsExplained() throws Exception {
        mvc.perform(post("/devices/interval").with(csrf()).param("id", "plug/1").param("seconds", ""))
                .andExpect(status().is3xxRedirection());
        then(care).should().expectEvery("plug/1", null);

        willThrow(new Refused("No.")).given(care).expectEvery("plug/1", 0);
        var answer = mvc.perform(post("/devices/interval")
                        .with(csrf())
                        .param("lang", "ko")
                        .param("id", "plug/1")
                        .param("seconds", "0"))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).contains("1초에서 86,400초");
    }

    private static DeviceLine line(
            String id, Appliance appliance, @Nullable Instant report, @Nullable Double skew, @Nullable String hint) {
        var device = new DeviceSignal(
                id.charAt(id.length() - 1),
                id,
                "home-1",
                appliance,
                "거실",
                NIGHT.minus(Duration.ofDays(9)),
                report,
                report,
                report == null ? null : 84.5,
                null,
                null,
                null,
                600.0,
                null,
                skew,
                hint,
                hint == null ? null : NIGHT.minusSeconds(8000));
        return DeviceLine.of(device, LADDER, skew != null && Math.abs(skew) > 120, NIGHT);
    }
}
