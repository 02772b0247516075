package anbu.monitoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param workers threads of this node that look at homes side by side
 * @param batch homes looked at in one transaction
 * @param poll how long a worker rests when no home is due
 * @param settleFor how long a home whose old or first readings are coming in must be without more of them before it is looked at
 * @param missedAfter a look later than this after its moment counts as missed
 */
@ConfigurationProperties("anbu.monitoring")
record MonitoringSettings(
        @DefaultValue("4") int workers,
        @DefaultValue("20") int batch,
        @DefaultValue("200ms") Duration poll,
        @DefaultValue("3s") Duration settleFor,
        @DefaultValue("60s") Duration missedAfter) {}
