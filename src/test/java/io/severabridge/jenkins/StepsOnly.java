package io.severabridge.jenkins;

import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Refuses, as Jenkins does, what is no call in {@code steps} and in the blocks of {@code post}. */
final class StepsOnly extends CompilationCustomizer {
    private static final Set<String> BLOCKS = Set.of("steps", "always", "changed", "unsuccessful");

    StepsOnly() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode script) {
        script.visitContents(new ClassCodeVisitorSupport() {
            @Override
            protected SourceUnit getSourceUnit() {
                return source;
            }

            @Override
            public void visitMethodCallExpression(MethodCallExpression call) {
                if (BLOCKS.contains(call.getMethodAsString())
                        && call.getArguments() instanceof TupleExpression arguments) {
                    arguments.getExpressions().forEach(this::checkBlock);
                }
                super.visitMethodCallExpression(call);
            }

            private void checkBlock(Expression argument) {
                if (argument instanceof ClosureExpression closure && closure.getCode() instanceof BlockStatement code) {
                    code.getStatements().forEach(this::checkStatement);
                }
            }

            private void checkStatement(Statement statement) {
                boolean call = statement instanceof ExpressionStatement expression
                        && expression.getExpression() instanceof MethodCallExpression;
                if (!call) {
                    addError("Expected a step", statement);
                }
            }
        });
    }
}
