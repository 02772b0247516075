package anbu.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/**
 * A policy as it is stored, hashed and compiled: the data and every rule file, both as text.
 *
 * @param tableJson the {@link PolicyTable}
 * @param drl the rule files by path
 */
record Artefact(String tableJson, String drl) {
    static Artefact of(PolicyTable table, SortedMap<String, String> ruleFiles) {
        return new Artefact(PolicyJson.write(table), PolicyJson.write(ruleFiles));
    }

    PolicyTable table() {
        return PolicyJson.readTable(tableJson);
    }

    SortedMap<String, String> ruleFiles() {
        return PolicyJson.readFiles(drl);
    }

    /** SHA-256 in hex over both texts; the zero byte between them keeps a shifted border from going unnoticed. */
    String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(tableJson.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(drl.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
