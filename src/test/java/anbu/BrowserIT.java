package anbu;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbu.testing.Browser;
import anbu.testing.EmbeddedBroker;
import anbu.testing.TestSchema;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a caseworker sees and does at night in a real browser: from the line that appears on the worklist to the closed case. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "anbu.encryption-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anbu.first-account.username=boss",
            "anbu.first-account.password=a-long-night-shift",
            "anbu.monitoring.settle-for=1s"
        })
@ContextConfiguration(initializers = TestSchema.class)
class BrowserIT {
    private static final EmbeddedBroker BROKER = EmbeddedBroker.start(folder(), 0);
    private static final LocatorAssertions.HasCountOptions IN_TIME =
            new LocatorAssertions.HasCountOptions().setTimeout(60_000);

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private Clock clock;

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void broker(DynamicPropertyRegistry settings) {
        settings.add("anbu.mqtt.uri", BROKER::uri);
    }

    @AfterAll
    static void stop() {
        BROKER.stop();
    }

    @Test
    void aCaseworkerFollowsACaseFromItsFirstLineToItsEndByKeyboard() throws MqttException {
        var installed = Browser.installed();
        assumeTrue(installed.isPresent(), "No chromium, chromium-browser or google-chrome is on the PATH: not tested.");
        home();
        try (var browser = Browser.open(installed.orElseThrow(), http.getRootUri())) {
            var page = browser.page();
            signIn(page);
            publish(stepAt(clock.instant().minus(Duration.ofHours(25)), clock.instant()));

            takesTheCaseThatAppears(page);
            seesWhyAndWhere(page);
            fitsEveryScreen(page);
            recordsThatThePersonIsFine(page);
            closesItOnlyWithACause(page);
            readsItInEnglish(page);
            fitsEveryScreen(page);

            assertThat(browser.problems()).isEmpty();
        }
    }

    private static void signIn(Page page) {
        page.navigate("/worklist");
        page.fill("#username", "boss");
        page.fill("#password", "a-long-night-shift");
        press(page, "Enter");
        assertThat(page.locator(".void")).containsText("지금 할 일이 없습니다.");
    }

    private static void takesTheCaseThatAppears(Page page) {
        assertThat(page.locator("#rows tr.can")).hasCount(1, IN_TIME);
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) "));
        assertThat(page.locator("#rows svg.strip")).hasCount(1);
        fitsEveryScreen(page);

        press(page, "n");
        assertThat(page.locator(".page-head")).containsText("김○식");
        page.locator("form[action$='/release'] button").click();
        assertThat(page.locator("#claim")).hasCount(1);
        press(page, "c");
        assertThat(page.locator(".page-head .tag.me")).hasCount(1);

        press(page, "g");
        press(page, "w");
        assertThat(page.locator("#rows .tag.me")).hasCount(1);
        assertThat(page.locator("#rows tr.chosen")).hasCount(1);
        press(page, "j");
        press(page, "Enter");
        page.waitForURL(Pattern.compile("/cases/\\d{4}-\\d{6}$"));
    }

    private static void seesWhyAndWhere(Page page) {
        assertThat(page.locator(".why .say")).hasText(Pattern.compile("25시간.* 동안 사람의 활동이 없습니다\\."));
        var chart = page.locator("#chart svg");
        assertThat(chart).containsText("전력 (W)");
        assertThat(chart).containsText("기준 24시간");
        assertThat(chart).containsText("조용함 25시간");
        assertThat(chart).containsText("12시");
        assertThat(page.locator("#process .step-now")).hasCount(1);
        assertThat(page.locator("#process .step-now")).hasAttribute("data-element-id", "STAFF_CALL");
        assertThat(page.locator("#process [data-element-id='STAFF_CALL'].djs-shape"))
                .containsText("직원 전화");
    }

    private static void recordsThatThePersonIsFine(Page page) {
        page.locator("form[action$='/phones/resident'] button").click();
        assertThat(page.locator("a[href='tel:010-0000-4821']")).isVisible();
        press(page, "1");
        assertThat(page.locator("input[value='PERSON_FINE']")).isChecked();
        assertThat(page.locator("#then")).hasText("저장하면 결과와 원인을 적고 닫는 단계로 갑니다.");
        press(page, "Control+Enter");
        assertThat(page.locator("#cause")).hasCount(1);
    }

    private static void closesItOnlyWithACause(Page page) {
        page.locator("input[value='SAFE_SELF']").check();
        page.fill("#memo", "푹 주무셨다고 함");
        press(page, "Control+Enter");
        assertThat(page.locator("#no-cause")).hasText("까닭을 골라 주세요.");
        assertThat(page.locator("#memo")).hasValue("푹 주무셨다고 함");
        assertThat(page.locator("input[value='SAFE_SELF']")).isChecked();

        page.selectOption("#cause", "ALCOHOL_SLEEP");
        press(page, "Control+Enter");
        assertThat(page.locator("#task")).hasCount(0);
        assertThat(page.locator(".tl")).containsText("본인이 안전하다고 확인");
    }

    private static void readsItInEnglish(Page page) {
        page.locator(".bar .language").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#h-next")).hasText("Closed case");
        assertThat(page.locator(".tl")).containsText("Safe, confirmed by the resident");
        assertThat(page.locator("#process [data-element-id='STAFF_CALL'].djs-shape"))
                .containsText("Staff call");
    }

    /** A key counts only once the page's scripts listen. */
    private static void press(Page page, String key) {
        page.waitForLoadState();
        page.keyboard().press(key);
    }

    /** No page has to be moved sideways to be read. */
    private static void fitsEveryScreen(Page page) {
        for (int width : new int[] {360, 768, 1440}) {
            page.setViewportSize(width, 1000);
            var over = (Number)
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(over.intValue()).as("%s at %d px", page.url(), width).isLessThanOrEqualTo(0);
        }
    }

    private void home() {
        post(
                "/api/v1/households",
                Map.of(
                        "id",
                        "quiet-high",
                        "district",
                        "한결구",
                        "dong",
                        "누리동",
                        "risk_group",
                        "HIGH",
                        "name",
                        "김표식",
                        "phone",
                        "010-0000-4821"));
        post(
                "/api/v1/devices",
                Map.of("id", "plug-high", "household_id", "quiet-high", "appliance", "TELEVISION", "room", "거실"));
    }

    private void post(String path, Map<String, ?> body) {
        var answer = http.withBasicAuth("boss", "a-long-night-shift").postForEntity(path, body, String.class);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.CREATED);
    }

    /** A television that is switched off at {@code step} and then reports the same few watts every ten minutes until {@code end}. */
    private static String stepAt(Instant step, Instant end) {
        var json = new StringBuilder("[{\"t\":\"%s\",\"power_w\":92.0}".formatted(step.minus(Duration.ofMinutes(10))));
        for (var at = step; !at.isAfter(end); at = at.plus(Duration.ofMinutes(10))) {
            json.append(",{\"t\":\"%s\",\"power_w\":1.5}".formatted(at));
        }
        return json.append(']').toString();
    }

    private static void publish(String payload) throws MqttException {
        var plug = new MqttClient(BROKER.uri(), "test-plug", new MemoryPersistence());
        plug.connect(new MqttConnectionOptions());
        plug.publish("anbu/v1/plug-high/telemetry", payload.getBytes(UTF_8), 1, false);
        plug.disconnect();
        plug.close();
    }
}
