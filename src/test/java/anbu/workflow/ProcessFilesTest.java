package anbu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.casework.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;

/** Every process file is loaded and checked; a question in a picture that nobody can answer fails here, not at night. */
class ProcessFilesTest {
    private static final Pattern QUESTION =
            Pattern.compile("\\$\\{!?ask\\.(\\w+)\\(execution\\.processBusinessKey(, '(\\w+)')?\\)}");

    @Test
    void thereAreProcesses() {
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .contains("wellbeing-check.bpmn", "device-check.bpmn");
    }

    @Test
    void everyFileIsValidBpmn() {
        for (var model : models()) {
            Bpmn.validateModel(model);
        }
    }

    @Test
    void everyUserTaskIsAStepWithADesk() {
        var tasks = all(UserTask.class);
        assertThat(tasks).isNotEmpty();
        for (var task : tasks) {
            assertThat(Arrays.stream(Step.values()).map(Step::name)).contains(task.getId());
            var listeners = task.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaTaskListener.class)
                    .list();
            assertThat(listeners)
                    .extracting(CamundaTaskListener::getCamundaEvent)
                    .containsExactly("create", "delete");
            assertThat(listeners)
                    .extracting(CamundaTaskListener::getCamundaDelegateExpression)
                    .containsOnly("${taskDesk}");
        }
    }

    @Test
    void everyStepIsUsedByAProcess() {
        var used = new TreeSet<String>();
        all(UserTask.class).forEach(task -> used.add(task.getId()));

        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Step.values()).map(Step::name).toList());
    }

    @Test
    void everyServiceTaskHasItsDelegate() throws ClassNotFoundException {
        var tasks = all(ServiceTask.class);
        assertThat(tasks).isNotEmpty();
        for (var task : tasks) {
            var bean = task.getCamundaDelegateExpression().replaceAll("[${}]", "");
            var type = Class.forName("anbu.workflow." + Character.toUpperCase(bean.charAt(0)) + bean.substring(1));
            assertThat(org.camunda.bpm.engine.delegate.JavaDelegate.class).isAssignableFrom(type);
        }
    }

    @Test
    void conditionsAndTimersOnlyAskQuestionsThatExist() {
        var asked = Stream.concat(
                        all(ConditionExpression.class).stream()
                                .map(condition -> condition.getTextContent().strip()),
                        all(TimeDate.class).stream()
                                .map(date -> date.getTextContent().strip()))
                .toList();
        assertThat(asked).isNotEmpty();
        var known = Arrays.stream(Ask.class.getMethods())
                .map(java.lang.reflect.Method::getName)
                .toList();
        for (var question : asked) {
            var match = QUESTION.matcher(question);
            assertThat(match.matches()).as(question).isTrue();
            assertThat(known).contains(match.group(1));
            if (match.group(3) != null) {
                assertThat(Arrays.stream(Step.values()).map(Step::name)).contains(match.group(3));
            }
        }
    }

    @Test
    void everyGatewayHasADefaultSoThatNoCaseGetsStuck() {
        var gateways = all(ExclusiveGateway.class);
        assertThat(gateways).isNotEmpty();
        for (var gateway : gateways) {
            assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
            assertThat(gateway.getOutgoing().stream().filter(flow -> flow.getConditionExpression() == null))
                    .containsExactly(gateway.getDefault());
        }
    }

    @Test
    void everythingIsDrawn() {
        for (var model : models()) {
            var shapes = model.getModelElementsByType(BpmnShape.class).stream()
                    .map(shape -> shape.getBpmnElement().getId())
                    .toList();
            var edges = model.getModelElementsByType(BpmnEdge.class).stream()
                    .map(edge -> edge.getBpmnElement().getId())
                    .toList();
            assertThat(shapes).containsAll(ids(model.getModelElementsByType(FlowNode.class)));
            assertThat(edges).containsAll(ids(model.getModelElementsByType(SequenceFlow.class)));
        }
    }

    @Test
    void processesHoldNoVariables() throws IOException {
        for (var file : files()) {
            assertThat(Files.readString(file))
                    .doesNotContain("camunda:inputOutput", "camunda:formData", "resultVariable", "scriptTask");
        }
    }

    private static List<String> ids(Collection<? extends BaseElement> elements) {
        return elements.stream().map(BaseElement::getId).toList();
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> List<T> all(Class<T> type) {
        return models().stream()
                .flatMap(model -> model.getModelElementsByType(type).stream())
                .toList();
    }

    private static List<BpmnModelInstance> models() {
        return files().stream().map(ProcessFilesTest::model).toList();
    }

    private static BpmnModelInstance model(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Bpmn.readModelFromStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files() {
        try (var found = Files.list(Path.of("bpmn"))) {
            return found.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
