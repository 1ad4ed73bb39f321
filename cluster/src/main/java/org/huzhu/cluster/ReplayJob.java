package org.huzhu.cluster;

import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.huzhu.cluster.ShippedPlans.Version;

/**
 * The replay (试算) on a cluster: judges a store of past events under the published plans and with a draft, as
 * {@code huzhu replay} does on one machine.
 *
 * <p>Writes {@code changes/}, in Parquet, with a row for each member, calendar year, plan and clause for which either
 * gives anything, and {@code summary.json}. Amounts are in fen.
 */
public final class ReplayJob {

    static final StructType ROW = new StructType()
            .add("member", DataTypes.IntegerType, false)
            .add("year", DataTypes.IntegerType, false)
            .add("plan", DataTypes.StringType, false)
            .add("clause", DataTypes.StringType, false)
            .add("old_fen", DataTypes.LongType, false)
            .add("new_fen", DataTypes.LongType, false);

    private static final String USAGE = "用法：org.huzhu.cluster.ReplayJob --history 历史库 --plans 计划文件夹 --plan 草案.yaml "
            + "[--against 版本.yaml] [--since 日期] [--from 年] [--to 年] --out 结果目录";
    private static final Set<String> OPTIONS =
            Set.of("--history", "--plans", "--plan", "--against", "--since", "--from", "--to", "--out");

    private ReplayJob() {}

    /** Runs on the cluster that {@code spark-submit} names. */
    public static void main(String[] words) {
        Arguments arguments = arguments(words);
        SparkSession spark = SparkSession.builder().appName("huzhu replay").getOrCreate();
        try {
            run(spark, arguments);
        } finally {
            spark.stop();
        }
    }

    static Arguments arguments(String... words) {
        return new Arguments(words, OPTIONS, USAGE);
    }

    static void run(SparkSession spark, Arguments in) {
        JavaSparkContext cluster = new JavaSparkContext(spark.sparkContext());
        TextFiles files = new TextFiles(cluster.hadoopConfiguration());
        String out = in.text("--out");
        files.requireNew(out);
        ReplayTask task = new ReplayTask(
                new ShippedHistory(in.text("--history"), cluster.hadoopConfiguration()),
                new ShippedPlans(files.plans(in.text("--plans"))),
                change(in, files));
        JavaRDD<Row> rows = Parts.of(task.history(), cluster).flatMap(new ReplayedPart(cluster.broadcast(task)));
        spark.createDataFrame(rows, ROW).write().parquet(out + "/changes");
        files.write(out, "summary.json", summary(task, spark.read().parquet(out + "/changes")));
    }

    private static ReplayTask.Change change(Arguments in, TextFiles files) {
        String draft = in.text("--plan");
        String against = in.find("--against").orElse(null);
        return new ReplayTask.Change(
                new Version(draft, files.text(draft)),
                against == null ? null : new Version(against, files.text(against)),
                in.day("--since"),
                in.number("--from", Integer.MIN_VALUE),
                in.number("--to", Integer.MAX_VALUE));
    }

    /** Sums up what was written. */
    private static String summary(ReplayTask task, Dataset<Row> written) {
        written.createOrReplaceTempView("changes");
        SparkSession spark = written.sparkSession();
        Dataset<Row> sums = spark.sql("""
                        SELECT plan, clause, year, count(DISTINCT member) AS members,
                               sum(old_fen) AS old_fen, sum(new_fen) AS new_fen
                        FROM changes GROUP BY plan, clause, year ORDER BY plan, clause, year""");
        String moved = spark.sql("""
                        SELECT count_if(new_fen > old_fen) AS gaining, count_if(new_fen < old_fen) AS losing,
                               count_if(new_fen = old_fen) AS same,
                               coalesce(sum(greatest(new_fen - old_fen, 0)), 0) AS gained_fen,
                               coalesce(sum(greatest(old_fen - new_fen, 0)), 0) AS lost_fen,
                               coalesce(sum(old_fen), 0) AS old_fen, coalesce(sum(new_fen), 0) AS new_fen
                        FROM (SELECT member, sum(old_fen) AS old_fen, sum(new_fen) AS new_fen
                              FROM changes GROUP BY member)""").toJSON().first();
        String list = Json.list(sums.toJSON().collectAsList());
        return Json.object("plan", Json.text(task.plan()), "members", moved, "sums", list);
    }
}
