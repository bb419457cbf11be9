package dev.keystile.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Finds the public and protected types, methods and constructors of sources that have no Javadoc. What overrides inherits it,
 * and a record's constructor has the record's own.
 */
final class UndocumentedApi extends TreePathScanner<Void, List<String>> {

    private final DocTrees docs;

    private UndocumentedApi(DocTrees docs) {
        this.docs = docs;
    }

    /** The names of what {@code sources} leave without a word. */
    static List<String> in(Iterable<? extends JavaFileObject> sources) {
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
        List<String> found = new ArrayList<>();
        try {
            new UndocumentedApi(DocTrees.instance(task)).scan(task.parse(), found);
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
        return found;
    }

    @Override
    public Void visitClass(ClassTree type, List<String> found) {
        if (!isApi(type.getModifiers())) {
            return null;
        }
        note(type.getSimpleName().toString(), found);
        return super.visitClass(type, found);
    }

    @Override
    public Void visitMethod(MethodTree method, List<String> found) {
        ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
        boolean recordConstructor = type.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
        if (isApi(method.getModifiers()) && !overrides(method) && !recordConstructor) {
            note(type.getSimpleName() + "." + method.getName(), found);
        }
        return null;
    }

    private void note(String name, List<String> found) {
        if (docs.getDocComment(getCurrentPath()) == null) {
            found.add(name);
        }
    }

    private boolean isApi(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        Tree around = getCurrentPath().getParentPath().getLeaf();
        boolean publicByPlace =
                around.getKind() == Tree.Kind.INTERFACE || around.getKind() == Tree.Kind.ANNOTATION_TYPE;
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || (publicByPlace && !flags.contains(Modifier.PRIVATE));
    }

    private static boolean overrides(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }
}
