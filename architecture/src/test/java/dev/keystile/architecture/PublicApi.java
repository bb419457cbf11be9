package dev.keystile.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DirectiveTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** What a module shows to everybody: the packages that it exports, their public types, and the first sentence that each says. */
final class PublicApi extends TreePathScanner<Void, Void> {

    private final DocTrees docs;
    private final Set<String> exported = new LinkedHashSet<>();
    private final Map<String, String> packageSentences = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> types = new TreeMap<>();
    private String moduleName = "";
    private String moduleSentence = "";

    private PublicApi(DocTrees docs) {
        this.docs = docs;
    }

    /** The API of the module that {@code sources} are all of, its module-info among them. */
    static PublicApi of(Iterable<? extends JavaFileObject> sources) {
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
        PublicApi api = new PublicApi(DocTrees.instance(task));
        try {
            api.scan(task.parse(), null);
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
        return api;
    }

    String moduleName() {
        return moduleName;
    }

    String moduleSentence() {
        return moduleSentence;
    }

    /** The packages that anybody may use. */
    List<String> packages() {
        return exported.stream().sorted().toList();
    }

    /** The packages that have public types, and are for our own modules or for nobody beside their own. */
    List<String> hiddenPackages() {
        return types.keySet().stream().filter(name -> !exported.contains(name)).toList();
    }

    String sentenceOf(String packageName) {
        return packageSentences.getOrDefault(packageName, "");
    }

    /** The public types of a package with what each says first; a type within another one has its name in front. */
    Map<String, String> typesOf(String packageName) {
        return types.getOrDefault(packageName, Map.of());
    }

    @Override
    public Void visitModule(ModuleTree module, Void unused) {
        moduleName = module.getName().toString();
        moduleSentence = firstSentence();
        for (DirectiveTree directive : module.getDirectives()) {
            if (directive instanceof ExportsTree exports && exports.getModuleNames() == null) {
                exported.add(exports.getPackageName().toString());
            }
        }
        return null;
    }

    @Override
    public Void visitPackage(PackageTree declared, Void unused) {
        String sentence = firstSentence();
        if (!sentence.isEmpty()) {
            packageSentences.put(declared.getPackageName().toString(), sentence);
        }
        return null;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
        if (!isPublic(type.getModifiers())) {
            return null;
        }
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        types.computeIfAbsent(unit.getPackageName().toString(), name -> new TreeMap<>())
                .put(fullName(), firstSentence());
        return super.visitClass(type, null);
    }

    private boolean isPublic(ModifiersTree modifiers) {
        Tree around = getCurrentPath().getParentPath().getLeaf();
        return modifiers.getFlags().contains(Modifier.PUBLIC)
                || (around.getKind() == Tree.Kind.INTERFACE
                        && !modifiers.getFlags().contains(Modifier.PRIVATE));
    }

    private String fullName() {
        StringBuilder name = new StringBuilder();
        for (Tree tree : getCurrentPath()) {
            if (tree instanceof ClassTree type) {
                name.insert(0, name.length() == 0 ? type.getSimpleName() : type.getSimpleName() + ".");
            }
        }
        return name.toString();
    }

    private String firstSentence() {
        return Sentence.of(docs.getDocCommentTree(getCurrentPath()));
    }
}
