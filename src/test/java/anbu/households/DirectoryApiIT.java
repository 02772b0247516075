package anbu.households;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import anbu.audit.Audit;
import anbu.platform.NotFound;
import anbu.staff.Role;
import anbu.staff.Staff;
import anbu.testing.EmbeddedDatabase;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory over HTTP, with the real filters, errors and database. */
@SpringBootTest(
        classes = {DirectoryApiIT.Application.class, DirectoryApiIT.Trouble.class},
        properties = {"anbu.encryption-key=YW5idS1hbmJ1LWFuYnUtYW5idS1hbmJ1LWFuYnUtYW4=", "anbu.mqtt.uri=none"})
@AutoConfigureMockMvc
class DirectoryApiIT {
    private static final String PASSWORD = "a long password";

    @Configuration
    @EnableAutoConfiguration(excludeName = "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration")
    @ComponentScan({"anbu.platform", "anbu.households", "anbu.staff"})
    static class Application {}

    @RestController
    static class Trouble {
        @GetMapping({"/api/v1/trouble", "/trouble"})
        @PreAuthorize("isAuthenticated()")
        String trouble(@RequestParam String kind) {
            if (kind.equals("unknown")) {
                throw new NotFound("There is no such thing.");
            }
            throw new IllegalArgumentException("홍길동");
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> EmbeddedDatabase.shared().url("directory_api"));
        settings.add("spring.datasource.username", () -> "root");
    }

    @MockitoBean
    Audit audit;

    @Autowired
    MockMvc http;

    @Autowired
    Staff staff;

    private final String id = "M-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void accounts() {
        if (staff.find("operator").isEmpty()) {
            staff.create("operator", PASSWORD, "Operator", Set.of(Role.OPERATOR), null);
        }
    }

    @Test
    void aHomeIsRegisteredReadMaskedAndChangedByVersion() throws Exception {
        http.perform(json(post("/api/v1/households"), home(id, "HIGH", null)).with(httpBasic("operator", PASSWORD)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.name").value("홍○동"))
                .andExpect(jsonPath("$.phone").value("010-••••-4821"))
                .andExpect(jsonPath("$.risk_group").value("HIGH"))
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(content().string(not(containsString("12번지"))));
        http.perform(json(put("/api/v1/households/" + id), home(id, "GENERAL", 1))
                        .with(as("MANAGER")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2));

        http.perform(json(put("/api/v1/households/" + id), home(id, "HIGH", 1)).with(as("MANAGER")))
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString("changed by someone else")));
        http.perform(json(post("/api/v1/households"), home(id, "HIGH", null)).with(as("MANAGER")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString(id)));
    }

    @Test
    void aPolicyOfficerSeesNoPersonAndChangesNothing() throws Exception {
        http.perform(json(post("/api/v1/households"), home(id, "HIGH", null)).with(as("MANAGER")))
                .andExpect(status().isCreated());

        http.perform(get("/api/v1/households/" + id).with(as("POLICY_OFFICER")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.risk_group").value("HIGH"))
                .andExpect(jsonPath("$.name").doesNotExist())
                .andExpect(jsonPath("$.phone").doesNotExist())
                .andExpect(jsonPath("$.birth_year").doesNotExist());
        http.perform(get("/api/v1/households/" + id + "/contacts").with(as("POLICY_OFFICER")))
                .andExpect(status().isForbidden())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        http.perform(json(post("/api/v1/households"), home("M-x", "HIGH", null)).with(as("POLICY_OFFICER")))
                .andExpect(status().isForbidden());
    }

    @Test
    void contactsAndDevicesBelongToAHome() throws Exception {
        http.perform(json(post("/api/v1/households"), home(id, "HIGH", null)).with(as("OPERATOR")))
                .andExpect(status().isCreated());
        var landlord = "[{\"kind\":\"LANDLORD\",\"name\":\"박주인\",\"phone\":\"02-555-0199\",\"has_key\":true}]";

        http.perform(json(put("/api/v1/households/" + id + "/contacts"), landlord)
                        .with(as("OPERATOR")))
                .andExpect(status().isOk());
        http.perform(json(put("/api/v1/households/" + id + "/contacts"), "[{\"kind\":\"LANDLORD\"}]")
                        .with(as("OPERATOR")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors", hasSize(2)));
        http.perform(get("/api/v1/households/" + id + "/contacts").with(as("CASEWORKER")))
                .andExpect(jsonPath("$[0].name").value("박○인"))
                .andExpect(jsonPath("$[0].has_key").value(true));
        var device = "{\"id\":\"tv-%s\",\"household_id\":\"%s\",\"appliance\":\"TELEVISION\"}".formatted(id, id);
        http.perform(json(post("/api/v1/devices"), device).with(as("OPERATOR"))).andExpect(status().isCreated());
        http.perform(get("/api/v1/devices").param("household_id", id).with(as("CASEWORKER")))
                .andExpect(jsonPath("$[0].id").value("tv-" + id));
        http.perform(get("/api/v1/devices/nothing").with(as("CASEWORKER"))).andExpect(status().isNotFound());
    }

    @Test
    void aDeviceHasFurtherNamesAndNoNameBelongsToTwo() throws Exception {
        http.perform(json(post("/api/v1/households"), home(id, "HIGH", null)).with(as("OPERATOR")))
                .andExpect(status().isCreated());
        var device =
                "{\"id\":\"care/%s/plug-tv\",\"household_id\":\"%s\",\"appliance\":\"TELEVISION\"}".formatted(id, id);
        http.perform(json(post("/api/v1/devices"), device).with(as("OPERATOR"))).andExpect(status().isCreated());
        var name = "sensor.%s_power".formatted(id);
        var alias = "{\"alias\":\"%s\",\"device_id\":\"care/%s/plug-tv\"}".formatted(name, id);

        http.perform(json(post("/api/v1/device-aliases"), alias).with(as("CASEWORKER")))
                .andExpect(status().isForbidden());
        http.perform(json(post("/api/v1/device-aliases"), alias).with(as("OPERATOR")))
                .andExpect(status().isCreated());
        http.perform(json(post("/api/v1/device-aliases"), alias).with(as("OPERATOR")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("already")));
        http.perform(json(post("/api/v1/device-aliases"), alias.replace(name, "care/" + id + "/plug-tv"))
                        .with(as("OPERATOR")))
                .andExpect(status().isConflict());
        http.perform(json(post("/api/v1/device-aliases"), alias.replace(name, "a+b"))
                        .with(as("OPERATOR")))
                .andExpect(status().isUnprocessableEntity());
        http.perform(json(post("/api/v1/devices"), device.replace("care/" + id + "/plug-tv", name))
                        .with(as("OPERATOR")))
                .andExpect(status().isConflict());
        http.perform(get("/api/v1/devices").param("id", name).with(as("CASEWORKER")))
                .andExpect(jsonPath("$.id").value("care/" + id + "/plug-tv"))
                .andExpect(jsonPath("$.aliases[0]").value(name));
        http.perform(delete("/api/v1/device-aliases").param("alias", name).with(as("OPERATOR")))
                .andExpect(status().isNoContent());
        http.perform(get("/api/v1/devices").param("household_id", id).with(as("CASEWORKER")))
                .andExpect(jsonPath("$[0].aliases", hasSize(0)));
        http.perform(get("/api/v1/devices").param("id", name).with(as("CASEWORKER")))
                .andExpect(status().isNotFound());
    }

    @Test
    void badInputIsNamedFieldByFieldAndNeverRepeated() throws Exception {
        http.perform(json(
                                post("/api/v1/households"),
                                "{\"id\":\"a/b\",\"risk_group\":\"HIGH\",\"dong\":\"x\",\"phone\":\"secret\"}")
                        .with(as("MANAGER")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[?(@.field == 'id')]").exists())
                .andExpect(
                        jsonPath("$.errors[?(@.field == 'district')].message").value("Name the district (gu)."))
                .andExpect(content().string(not(containsString("secret"))));
        http.perform(json(post("/api/v1/households"), "{\"id\":\"a\",\"risk_group\":\"HUGE\"}")
                        .with(as("MANAGER")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail")
                        .value("The field \"risk_group\" cannot be read. It may be one of HIGH, MEDIUM, GENERAL."));
        http.perform(json(post("/api/v1/households"), "{\"id\":").with(as("MANAGER")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("line 1")));
        http.perform(get("/api/v1/households").param("limit", "501").with(as("MANAGER")))
                .andExpect(status().isUnprocessableEntity());
        http.perform(get("/api/v1/households").param("limit", "many").with(as("MANAGER")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void filesAreImportedFromABodyAndFromAForm() throws Exception {
        var file = "household_id,district,dong,risk_group\n%s,Mapo,Hapjeong,HIGH\n"
                .formatted(id)
                .getBytes();

        http.perform(post("/api/v1/imports/households")
                        .contentType("text/csv")
                        .content(file)
                        .with(as("MANAGER")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.imported").value(1));
        http.perform(multipart("/api/v1/imports/households")
                        .file(new MockMultipartFile("file", file))
                        .with(as("MANAGER")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.errors[0].line").value(2))
                .andExpect(jsonPath("$.errors[0].value").value(id));
        http.perform(post("/api/v1/imports/households")
                        .contentType("text/csv")
                        .content(file)
                        .with(as("CASEWORKER")))
                .andExpect(status().isForbidden());
    }

    @Test
    void machinesWithoutAPasswordAreToldInProblemJsonAndGetNoSession() throws Exception {
        http.perform(get("/api/v1/households"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", containsString("Basic")))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(cookie().doesNotExist("JSESSIONID"));
        http.perform(get("/api/v1/households").with(httpBasic("operator", "wrong")))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.status").value(401));
    }

    @Test
    void peopleSignInByTheFormAndOnlyWithItsToken() throws Exception {
        http.perform(get("/worklist").accept(MediaType.TEXT_HTML)).andExpect(redirectedUrl("http://localhost/login"));
        http.perform(get("/worklist").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/login"));
        http.perform(post("/login").param("username", "operator").param("password", PASSWORD))
                .andExpect(status().isForbidden());
        http.perform(post("/login")
                        .param("username", "operator")
                        .param("password", PASSWORD)
                        .with(csrf()))
                .andExpect(redirectedUrl("/worklist"))
                .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self';")));
    }

    @Test
    void whatIsOpenToEverybodyIsOnlyHealth() throws Exception {
        http.perform(get("/actuator/health")).andExpect(status().isOk());
        http.perform(get("/actuator/info")).andExpect(status().isUnauthorized());
        http.perform(get("/actuator/prometheus").with(as("CASEWORKER"))).andExpect(status().isForbidden());
        http.perform(get("/v3/api-docs")).andExpect(status().isUnauthorized());
        http.perform(get("/v3/api-docs").with(as("AUDITOR")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.components.securitySchemes.basic.scheme").value("basic"))
                .andExpect(jsonPath("$.paths['/api/v1/households'].get.summary").exists())
                .andExpect(jsonPath("$.paths['/api/v1/imports/devices'].post.requestBody.content['text/csv']")
                        .exists())
                .andExpect(jsonPath("$.components.schemas.HouseholdForm.properties.risk_group")
                        .exists());
    }

    @Test
    void anUnexpectedErrorShowsAnIdAndNothingElse() throws Exception {
        http.perform(get("/api/v1/trouble?kind=bug&name=kim").with(as("AUDITOR")))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.error_id").exists())
                .andExpect(jsonPath("$.instance").value("/api/v1/trouble"))
                .andExpect(content().string(not(containsString("홍길동"))));
        http.perform(get("/trouble?kind=bug").with(as("AUDITOR")))
                .andExpect(status().isInternalServerError())
                .andExpect(view().name("error"))
                .andExpect(content().string(not(containsString("홍길동"))));
        http.perform(get("/trouble?kind=unknown").with(as("AUDITOR")))
                .andExpect(status().isNotFound())
                .andExpect(view().name("error"))
                .andExpect(content().string(containsString("찾는 화면이 없습니다")));
        http.perform(get("/api/v1/nowhere").with(as("AUDITOR")))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void theLanguageIsKoreanUntilEnglishIsChosen() throws Exception {
        http.perform(get("/trouble?kind=unknown").with(as("AUDITOR")))
                .andExpect(content().string(containsString("lang=\"ko\"")));
        http.perform(get("/trouble?kind=unknown&lang=en").with(as("AUDITOR")))
                .andExpect(content().string(containsString("lang=\"en\"")))
                .andExpect(cookie().value("lang", "en"));
    }

    private static RequestPostProcessor as(String role) {
        return user("someone").roles(role);
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static String home(String id, String group, @Nullable Integer version) {
        return """
                {"id": "%s", "district": "마포구", "dong": "합정동", "risk_group": "%s", "name": "홍길동",
                 "phone": "010-1234-4821", "address": "합정동 12번지", "birth_year": 1948, "sex": "M", "version": %s}
                """.formatted(id, group, version);
    }
}
