package anbu.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** What the newcomer reads when everything runs. */
final class Welcome {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private Welcome() {}

    static String words(TrialStage stage, Instant now, ZoneId zone, String address, int brokerPort) {
        var start = stage.starts().get(stage.starts().size() - 1);
        return """

                ------------------------------------------------------------------------------------------
                 Anbu runs: %s    (stop with Ctrl+C; begin anew: stop, delete target/trial, start)
                 안부가 실행 중입니다. 위 주소를 브라우저에서 열고 아래 계정으로 로그인하십시오. 종료: Ctrl+C

                 Accounts (계정)
                %s
                 What to watch on the worklist (업무 목록에서 볼 것), times in %s and from now
                %s
                 Calls by machine follow each other every %d s here, calls by staff every %d s (policy "%s").
                 이 체험판에서는 자동전화를 %d초, 직원 전화를 %d초 간격으로 겁니다.

                 Be a plug yourself (직접 측정값 보내기):
                   mosquitto_pub -V 5 -p %d -q 1 -t anbu/v1/%s/telemetry -m '{"power_w": 85}'
                ------------------------------------------------------------------------------------------
                """.formatted(
                        address,
                        accounts(),
                        zone,
                        scenes(stage, start, now, zone),
                        ShortProtocol.AUTOMATIC_CALLS.toSeconds(),
                        ShortProtocol.STAFF_CALLS.toSeconds(),
                        ShortProtocol.NAME,
                        ShortProtocol.AUTOMATIC_CALLS.toSeconds(),
                        ShortProtocol.STAFF_CALLS.toSeconds(),
                        brokerPort,
                        stage.district().homes().get(0).mainPlug().id());
    }

    private static String accounts() {
        return Arrays.stream(DemoStaff.values())
                .map(one -> "   %-12s %-24s %s%n".formatted(one.username(), one.password(), one.displayName()))
                .collect(Collectors.joining());
    }

    private static String scenes(TrialStage stage, Instant start, Instant now, ZoneId zone) {
        return stage.district().scenes().entrySet().stream()
                .sorted(Comparator.comparing(scene -> scene.getKey().at(start)))
                .map(scene -> "   %s (%+4d s)  %s (%s)  %s%n                        %s%n"
                        .formatted(
                                CLOCK.format(scene.getKey().at(start).atZone(zone)),
                                Duration.between(now, scene.getKey().at(start)).toSeconds(),
                                scene.getValue().id(),
                                scene.getValue().group(),
                                scene.getKey().words(),
                                scene.getKey().koreanWords()))
                .collect(Collectors.joining());
    }
}
