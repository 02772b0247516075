package anbu.risk;

import java.nio.file.Path;
import java.util.List;

/**
 * Keeps Weka to itself: it would otherwise make a folder for add-on packages in the home directory, load what lies there, and be ready to
 * fetch more from the network; and its linear algebra would look for native libraries before it uses its own. Must run before the first class of Weka is used.
 */
final class WekaSettings {
    private static final String HOME = "WEKA_HOME";

    private WekaSettings() {}

    static void apply() {
        if (System.getProperty(HOME) == null) {
            System.setProperty(
                    HOME,
                    Path.of(System.getProperty("java.io.tmpdir"), "anbu-weka").toString());
        }
        System.setProperty("weka.packageManager.offline", "true");
        System.setProperty("weka.packageManager.loadPackages", "false");
        System.setProperty("weka.core.loadPackages", "false");
        for (var library : List.of("BLAS", "LAPACK", "ARPACK")) {
            System.setProperty("com.github.fommil.netlib." + library, "com.github.fommil.netlib.F2j" + library);
        }
    }
}
