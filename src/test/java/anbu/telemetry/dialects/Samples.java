package anbu.telemetry.dialects;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.PropertySet;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.PropertyValue;

/** Messages written for the tests, one of each kind that a maker sends, and what they say. */
final class Samples {
    /** 2026-03-01T22:15:00Z, and 07:15 of the next day in Seoul. */
    static final long AT = 1_772_403_300_000L;

    private static final String TEXT = """
            tasmota | tele/tv/SENSOR | {"Time":"2026-03-02T07:15:00","ENERGY":{"Total":1.5,"Power":60,"ApparentPower":80}} | measurement | tv | 60 | | 1500 | 2026-03-01T22:15:00Z
            tasmota | care/kim/tv/tele/SENSOR | {"Time":"2026-03-02T07:15:00","ENERGY":{"Power":[60,5,null],"Total":[1.5,0.5]}} | measurement | tv | 65 | | 2000 | 2026-03-01T22:15:00Z
            tasmota | tele/home/tv/SENSOR | {"Time":"2026-03-02T07:15:00","BH1750":{"Illuminance":40},"TSL2561":{"Illuminance":41.5}} | measurement | tv | | 41.5 | | 2026-03-01T22:15:00Z
            tasmota | tele/tv/SENSOR | {"Time":"1970-01-01T00:00:09","ENERGY":{"Power":60}} | measurement | tv | 60 | | |
            tasmota | tele/tv/SENSOR | {"Time":"2026-03-02T07:15:00","Epoch":1772403300,"ENERGY":{"Power":60}} | measurement | tv | 60 | | | 2026-03-01T22:15:00Z
            tasmota | tele/tv/SENSOR | {"Time":1772403300,"ENERGY":{"Power":60}} | measurement | tv | 60 | | | 2026-03-01T22:15:00Z
            tasmota | tele/tv/SENSOR | {"Time":1772403300123,"ENERGY":{"Power":60}} | measurement | tv | 60 | | | 2026-03-01T22:15:00.123Z
            tasmota | tele/tv/SENSOR | {"Time":"2026.03.02 07:15:00","ENERGY":{"Power":60}} | measurement | tv | 60 | | | 2026-03-01T22:15:00Z
            tasmota | tele/tv/SENSOR | {"Time":"2026-03-02T07:15:00","DS18B20":{"Temperature":21.4}} | ignore | tv | | | | 2026-03-01T22:15:00Z
            tasmota | tele/tv/SENSOR | {"ZbReceived":{"0x1":{"Illuminance":21524}}} | ignore | tv | | | |
            tasmota | stat/tv/STATUS10 | {"StatusSNS":{"Time":"2026-03-02T07:15:00","ENERGY":{"Power":0}}} | measurement | tv | 0 | | | 2026-03-01T22:15:00Z
            tasmota | stat/tv/STATUS11 | {"StatusSTS":{"Time":"2026-03-02T07:15:00","POWER1":"ON"}} | state | tv | | | | 2026-03-01T22:15:00Z
            tasmota | stat/tv/POWER2 | ON | state | tv | | | |
            tasmota | tele/tv/LWT | Offline | availability | tv | | | |
            tasmota | cmnd/tv/POWER | ON | ignore | tv | | | |
            tasmota | tele/tv/INFO1 | {"Info1":{"Module":"x"}} | ignore | tv | | | |
            tasmota | tele/tv/SENSOR | {"ENERGY":{"Power":"60"}} | reject | | | | |
            zigbee2mqtt | zigbee2mqtt/거실 TV | {"power":12.34,"energy":0.5} | measurement | 거실 TV | 12.34 | | 500 |
            zigbee2mqtt | zigbee2mqtt/kim/tv | {"power":1,"last_seen":"2026-03-01T22:15:00.000Z"} | measurement | kim/tv | 1 | | | 2026-03-01T22:15:00Z
            zigbee2mqtt | zigbee2mqtt/kim/tv | {"power_l1":1,"power_l2":2.5,"state_l1":"ON"} | measurement | kim/tv | 3.5 | | |
            zigbee2mqtt | zigbee2mqtt/tv/power | 7.5 | measurement | tv | 7.5 | | |
            zigbee2mqtt | zigbee2mqtt/tv/linkquality | 80 | ignore | tv | | | |
            zigbee2mqtt | zigbee2mqtt/tv | {"state":"ON","linkquality":3} | state | tv | | | |
            zigbee2mqtt | zigbee2mqtt/pir | {"occupancy":true} | ignore | pir | | | |
            zigbee2mqtt | zigbee2mqtt/kim/tv/availability | {"state":"offline"} | availability | kim/tv | | | |
            zigbee2mqtt | zigbee2mqtt/bridge/devices | [] | ignore | | | | |
            zigbee2mqtt | zigbee2mqtt/tv/get | {"state":""} | ignore | | | | |
            zigbee2mqtt-1 | zigbee2mqtt/pir | {"illuminance":20001} | measurement | pir | | 100 | |
            zigbee2mqtt-1 | zigbee2mqtt/pir | {"illuminance":20001,"illuminance_lux":99} | measurement | pir | | 99 | |
            zigbee2mqtt-1 | zigbee2mqtt/pir | {"illuminance":0} | measurement | pir | | 0 | |
            shelly-gen1 | shellies/one/relay/0/power | 5.5 | measurement | one | 5.5 | | |
            shelly-gen1 | shellies/one/relay/0/energy | 120 | measurement | one | | | 2 |
            shelly-gen1 | shellies/em/emeter/1/total | 340.5 | measurement | em | | | 340.5 |
            shelly-gen1 | shellies/one/sensor/lux | 12 | measurement | one | | 12 | |
            shelly-gen1 | shellies/pir/status | {"motion":false,"timestamp":1772403300,"lux":7} | measurement | pir | | 7 | |
            shelly-gen1 | shellies/pir/status | {"motion":true,"timestamp":0,"lux":7} | measurement | pir | | 7 | |
            shelly-gen1 | shellies/one/relay/0 | overpower | state | one | | | |
            shelly-gen1 | shellies/one/relay/0/command | off | ignore | one | | | |
            shelly-gen1 | shellies/one/online | false | availability | one | | | |
            shelly-gen1 | shellies/one/relay/0/power | abc | reject | | | | |
            shelly-gen2 | home/tv/status/switch:0 | {"id":0,"output":true,"apower":8.5,"aenergy":{"total":12.5}} | measurement | home/tv | 8.5 | | 12.5 |
            shelly-gen2 | pm/status/pm1:0 | {"id":0,"apower":3.25} | measurement | pm | 3.25 | | |
            shelly-gen2 | em/status/em:0 | {"id":0,"a_act_power":1,"total_act_power":50.5} | measurement | em | 50.5 | | |
            shelly-gen2 | em3/status/em:0 | {"id":0,"a_act_power":1,"b_act_power":2,"c_act_power":null} | measurement | em3 | 3 | | |
            shelly-gen2 | em/status/emdata:0 | {"id":0,"total_act":99.5} | measurement | em | | | 99.5 |
            shelly-gen2 | tv/events/rpc | {"method":"NotifyFullStatus","params":{"ts":null,"switch:0":{"apower":4}}} | measurement | tv | 4 | | |
            shelly-gen2 | two/events/rpc | {"method":"NotifyStatus","params":{"ts":1772403300.5,"switch:0":{"apower":4},"switch:1":{"apower":6}}} | measurement | two | 10 | | | 2026-03-01T22:15:00.500Z
            shelly-gen2 | tv/events/rpc | {"method":"NotifyStatus","params":{"ts":1772403300,"switch:0":{"output":false}}} | state | tv | | | | 2026-03-01T22:15:00Z
            shelly-gen2 | tv/status/switch:0 | {"id":0,"output":true} | state | tv | | | |
            shelly-gen2 | tv/status/illuminance:0 | {"id":0,"lux":null,"errors":["x"]} | ignore | tv | | | |
            shelly-gen2 | tv/online | true | availability | tv | | | |
            ha-statestream | homeassistant/sensor/tv_power/state | "12.5" | measurement | sensor.tv_power | 12.5 | | |
            ha-statestream | x/y/sensor/tv_power/state | unknown | availability | sensor.tv_power | | | |
            ha-statestream | homeassistant/sensor/tv_power_factor/state | 0.9 | ignore | sensor.tv_power_factor | | | |
            ha-statestream | homeassistant/sensor/tv_energy/state | 1.5 | ignore | sensor.tv_energy | | | |
            ha-statestream | homeassistant/switch/tv/state | on | state | switch.tv | | | |
            ha-statestream | homeassistant/sensor/tv_power/friendly_name | "TV" | ignore | sensor.tv_power | | | |
            esphome | care/plug/sensor/tv_power/state | 3.5 | measurement | care/plug | 3.5 | | |
            esphome | plug/sensor/tv_apparent_power/state | 9.5 | ignore | plug | | | |
            esphome | plug/sensor/room_lux/state | 77 | measurement | plug | | 77 | |
            esphome | plug/sensor/wifi_signal/state | -60 | ignore | plug | | | |
            esphome | plug/debug | [I][app:1]: x | ignore | plug | | | |
            esphome | plug/status | online | availability | plug | | | |
            senml | a/b | [{"bn":"urn:dev:x:","bt":1772403300,"n":"p","u":"kW","v":0.0716},{"n":"e","u":"kWh","v":2}] | measurement | urn:dev:x | 71.6 | | 2000 | 2026-03-01T22:15:00Z
            senml | a/b | [{"bn":"urn:dev:x:","bt":1772403300,"bu":"W","bv":10,"n":"p","v":1.5}] | measurement | urn:dev:x | 11.5 | | | 2026-03-01T22:15:00Z
            senml | a/b | [{"bn":"urn:dev:x:"},{"n":"p","u":"W","t":1772403300,"v":1}] | measurement | urn:dev:x | 1 | | | 2026-03-01T22:15:00Z
            senml | a/b | [{"bn":"plug-1","n":"p","u":"W","v":1}] | measurement | plug-1 | 1 | | |
            senml | a/b | [{"n":"plug-1/lux","u":"lx","v":3}] | measurement | plug-1 | | 3 | |
            senml | a/b | [{"n":"urn:dev:ow:10e2073a01080063","u":"W","v":3}] | measurement | urn:dev:ow:10e2073a01080063 | 3 | | |
            senml | a/b | [{"bn":"plug-1:","n":"p","u":"W","s":7200}] | measurement | plug-1 | | | 2 |
            senml | a/b | [{"bn":"plug-1:","n":"t","u":"Cel","v":21}] | ignore | plug-1 | | | |
            senml | a/b | [{"bver":11,"bn":"x:","n":"p","u":"W","v":1}] | reject | | | | |
            senml | a/b | [{"bn":"x:","n":"p","u":"W","v":1,"new_":1}] | reject | | | | |
            senml | a/b | [{"bn":"x:","n":"p","u":"W","v":"1"}] | reject | | | | |
            senml | a/b | [{"bn":"x+:","n":"p","u":"W","v":1}] | reject | | | | |
            senml | a/b | {} | reject | | | | |
            ttn-v3 | v3/app/devices/d1/up | {"received_at":"2026-03-01T22:15:00Z","uplink_message":{"decoded_payload":{"active_power":40,"power":41,"illumination":5}}} | measurement | d1 | 40 | 5 | | 2026-03-01T22:15:00Z
            ttn-v3 | v3/app@t/devices/d1/up | {"end_device_ids":{"device_id":"d2"},"received_at":"2026-03-01T22:15:00Z","uplink_message":{"decoded_payload":{"power_1":40,"power_2":2,"total_energy_kwh":1.5}}} | measurement | d2 | 42 | | 1500 | 2026-03-01T22:15:00Z
            ttn-v3 | v3/app/devices/d1/up | {"received_at":"2026-03-01T22:15:00Z","uplink_message":{"decoded_payload":{"luminosity":9,"timestamp":1772403000}}} | measurement | d1 | | 9 | | 2026-03-01T22:10:00Z
            ttn-v3 | v3/app/devices/d1/up | {"simulated":true,"received_at":"2026-03-01T22:15:00Z","uplink_message":{"decoded_payload":{"power":1}}} | ignore | d1 | | | | 2026-03-01T22:15:00Z
            ttn-v3 | v3/app/devices/d1/up | {"uplink_message":{"decoded_payload":{"power":"on","battery":3}}} | ignore | d1 | | | |
            ttn-v3 | v3/app/devices/d1/up | {"uplink_message":{"decoded_payload":{"power":"1"}}} | reject | | | | |
            ttn-v3 | v3/app/devices/d1/down/ack | {"received_at":"2026-03-01T22:15:00Z"} | ignore | d1 | | | | 2026-03-01T22:15:00Z
            onem2m | /oneM2M/req/M/S/json | {"m2m:rqp":{"op":5,"rqi":"1","pc":{"m2m:sgn":{"sur":"/M/home/tv/sub","nev":{"rep":{"m2m:cin":{"ct":"20260301T221500","con":{"power_kw":0.05}}}}}}}} | measurement | M/home/tv | 50 | | | 2026-03-01T22:15:00Z
            onem2m | /oneM2M/req/M/S/json | {"op":5,"pc":{"sgn":{"sur":"M/home/tv/sub","nev":{"rep":{"cin":{"ct":"20260301T221500","con":{"value":7,"unit":"lx"}}}}}}} | measurement | M/home/tv | | 7 | | 2026-03-01T22:15:00Z
            onem2m | /oneM2M/req/M/S/json | {"op":5,"pc":{"m2m:sgn":{"sur":"M/home/lux/sub","nev":{"rep":{"m2m:cin":{"ct":"20260301T221500","con":{"value":7}}}}}}} | measurement | M/home/lux | | 7 | | 2026-03-01T22:15:00Z
            onem2m | /oneM2M/req/M/S/json | {"op":5,"pc":{"m2m:sgn":{"sur":"M/home/tv/sub","nev":{"rep":{"m2m:cin":{"ct":"20260301T221500","cnf":"application/json:1","con":"eyJwb3dlciI6NTB9"}}}}}} | measurement | M/home/tv | 50 | | | 2026-03-01T22:15:00Z
            onem2m | /oneM2M/req/M/S/json | {"op":5,"pc":{"m2m:sgn":{"sur":"M/home/tv/sub","sud":true}}} | ignore | | | | |
            onem2m | /oneM2M/req/M/S/xml | <x/> | ignore | | | | |
            onem2m | /oneM2M/resp/M/S/json | {"rsc":2000} | ignore | | | | |
            dawon | dwd.v1/DAWONDNS-B540_W-1/iot-server/notify/json | {"sid":"1","msg":{"o":"n","e":[{"n":"/100/0/11","sv":"5.5","ti":"1772403300"},{"n":"/100/0/31","sv":"true","ti":"1772403299"}]}} | measurement | DAWONDNS-B540_W-1 | 5.5 | | | 2026-03-01T22:15:00Z
            dawon | dwd.v1/DAWONDNS-M130-1/iot-server/notify/json | {"sid":"1","msg":{"o":"n","e":[{"n":"/100/0/11","sv":"5.5","ti":"0"},{"n":"/100/1/11","sv":"1","ti":"0"}]}} | measurement | DAWONDNS-M130-1 | 6.5 | | |
            dawon | dwd.v1/d/iot-server/notify/json | {"sid":"2","msg":{"o":"n","e":[{"n":"/100/0/31","sv":"true","ti":"1772403300"}]}} | state | d | | | | 2026-03-01T22:15:00Z
            dawon | dwd.v1/d/iot-server/notify/json | {"msg":{"e":[{"n":"/100/0/11","sv":"nan","ti":"1772403300"}]}} | ignore | d | | | | 2026-03-01T22:15:00Z
            damda | plug/sync/d/iot-server/read/json | {"sid":"1","rc":"0","msg":{"o":"res","e":[{"n":"/100/0/11","sv":"9","ti":"1772403300"}]}} | measurement | d | 9 | | | 2026-03-01T22:15:00Z
            damda | plug/sync/iot-server/d/write/json | {"msg":{"o":"w","e":[]}} | ignore | d | | | |
            """;

    private Samples() {}

    /** A message and what it says; blank is unknown. */
    record Sample(
            String dialect,
            String topic,
            byte[] payload,
            String kind,
            String device,
            String watts,
            String lux,
            String wattHours,
            String time) {
        @Override
        public String toString() {
            return dialect + " " + topic + " " + new String(payload, UTF_8);
        }
    }

    static List<Sample> all() {
        var all = new ArrayList<Sample>();
        for (var line : TEXT.lines().toList()) {
            var part = line.split("\\|", -1);
            for (int i = 0; i < part.length; i++) {
                part[i] = part[i].strip();
            }
            all.add(new Sample(
                    part[0], part[1], part[2].getBytes(UTF_8), part[3], part[4], part[5], part[6], part[7], part[8]));
        }
        all.add(new Sample(
                "sparkplug-b",
                "spBv1.0/g/DBIRTH/n/d",
                birth(),
                "measurement",
                "g/n/d",
                "1500",
                "",
                "",
                "2026-03-01T22:15:00Z"));
        all.add(new Sample(
                "sparkplug-b",
                "spBv1.0/g/DDATA/n/d",
                data(),
                "measurement",
                "g/n/d",
                "2250",
                "",
                "",
                "2026-03-01T22:16:00Z"));
        return all;
    }

    /** Power in kW under alias 7. */
    static byte[] birth() {
        var unit = PropertySet.newBuilder()
                .addKeys("engUnit")
                .addValues(PropertyValue.newBuilder().setType(12).setStringValue("kW"));
        return Payload.newBuilder()
                .setTimestamp(AT)
                .setSeq(1)
                .addMetrics(Metric.newBuilder()
                        .setName("Outlet/Power")
                        .setAlias(7)
                        .setDatatype(10)
                        .setDoubleValue(1.5)
                        .setProperties(unit))
                .build()
                .toByteArray();
    }

    static byte[] data() {
        return data(2, 7);
    }

    static byte[] data(int seq, long alias) {
        return Payload.newBuilder()
                .setTimestamp(AT + 60_000)
                .setSeq(seq)
                .addMetrics(Metric.newBuilder().setAlias(alias).setDoubleValue(2.25))
                .build()
                .toByteArray();
    }
}
