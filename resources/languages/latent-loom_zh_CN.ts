<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>LatentLoom</name>
    <message>
      <source>"{formula}" becomes too large: use smaller numbers or shorter texts.</source>
      <translation>“{formula}”的结果过大：请使用较小的数或较短的文本。</translation>
    </message>
    <message>
      <source>"{formula}" cannot be worked out ({problem}): change the formula or its inputs.</source>
      <translation>“{formula}”无法计算（{problem}）：请更改公式或它的输入。</translation>
    </message>
    <message>
      <source>"{formula}" divides by zero: change the number that it divides by.</source>
      <translation>“{formula}”除以了零：请更改除数。</translation>
    </message>
    <message>
      <source>"{formula}" gives {value}, which is no {kind}: choose another kind of result.</source>
      <translation>“{formula}”得出 {value}，它不是{kind}：请选择另一种结果类型。</translation>
    </message>
    <message>
      <source>&amp;About Latent Loom</source>
      <translation>关于 Latent Loom(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Add node …</source>
      <translation>添加节点(&amp;A)…</translation>
    </message>
    <message>
      <source>&amp;Add to the graph</source>
      <translation>添加到工作流(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Arrange</source>
      <translation>排列(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Bypass</source>
      <translation>绕过(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Close</source>
      <translation>关闭(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Connect …</source>
      <translation>连接(&amp;C)…</translation>
    </message>
    <message>
      <source>&amp;Copy</source>
      <translation>复制(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Diagnostics for a report …</source>
      <translation>供报告用的诊断信息(&amp;D)…</translation>
    </message>
    <message>
      <source>&amp;Download a model …</source>
      <translation>下载模型(&amp;D)…</translation>
    </message>
    <message>
      <source>&amp;Duplicate</source>
      <translation>再制(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Edit the painted mask …</source>
      <translation>编辑手绘蒙版(&amp;E)…</translation>
    </message>
    <message>
      <source>&amp;Export a copy without private data …</source>
      <translation>导出不含隐私数据的副本(&amp;E)…</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Fit</source>
      <translation>适应窗口(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Fold</source>
      <translation>折叠(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Form instead of the graph</source>
      <translation>以表单代替工作流(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Full screen</source>
      <translation>全屏(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Half as fast</source>
      <translation>一半速度(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Help about the node</source>
      <translation>节点帮助(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Jump to the first frame</source>
      <translation>跳到第一帧(&amp;J)</translation>
    </message>
    <message>
      <source>&amp;Keep as a block</source>
      <translation>保存为组件(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Keys</source>
      <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Lay out the selected</source>
      <translation>整理选中的节点(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Leave</source>
      <translation>离开(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Make a subgraph</source>
      <translation>创建子图(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Minimap</source>
      <translation>小地图(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Mute</source>
      <translation>禁用(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;New</source>
      <translation>新建(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Next graph</source>
      <translation>下一个工作流(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Next of the batch</source>
      <translation>批次中的下一张(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Node</source>
      <translation>节点(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;One pixel for one pixel</source>
      <translation>实际像素(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Open</source>
      <translation>打开(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Open …</source>
      <translation>打开(&amp;O)…</translation>
    </message>
    <message>
      <source>&amp;Panels</source>
      <translation>面板(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Pause the queue</source>
      <translation>暂停队列(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Picture</source>
      <translation>图片(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Previous of the batch</source>
      <translation>批次中的上一张(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Queue</source>
      <translation>队列(&amp;Q)</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>退出(&amp;Q)</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>重做(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Remove unused definitions</source>
      <translation>移除未使用的定义(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Rename</source>
      <translation>重命名(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Rename …</source>
      <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
      <source>&amp;Reset the layout</source>
      <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Run</source>
      <translation>运行(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Save</source>
      <translation>保存(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Select</source>
      <translation>选择(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Selected nodes</source>
      <translation>选中的节点(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Swap A and B</source>
      <translation>交换 A 和 B(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Tour and documentation</source>
      <translation>教程与文档(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>撤销(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;Unpack</source>
      <translation>解开子图(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <source>&amp;Welcome</source>
      <translation>欢迎页(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;Whole graph</source>
      <translation>整个工作流(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;Wipe between A and B</source>
      <translation>A 与 B 划线对比(&amp;W)</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>--set takes NODE.PARAM=VALUE, such as Sampler.steps=20, not {given}.</source>
      <translation>--set 的写法是 节点.参数=值，例如 Sampler.steps=20，而不是 {given}。</translation>
    </message>
    <message>
      <source>--sweep can be given {most} times at most: for columns, rows and sheets.</source>
      <translation>--sweep 最多可给出 {most} 次：分别用于列、行和页。</translation>
    </message>
    <message>
      <source>--sweep takes NODE.PARAM=VALUES, such as Sampler.cfg=2:8:4, not {given}.</source>
      <translation>--sweep 的写法是 节点.参数=取值，例如 Sampler.cfg=2:8:4，而不是 {given}。</translation>
    </message>
    <message>
      <source>0 is grey everywhere, 1 changes nothing.</source>
      <translation>0 为处处灰色，1 不作改变。</translation>
    </message>
    <message>
      <source>0 leaves the picture as it is; 1 gives back all of the plain contrast.</source>
      <translation>0 保持图片原样；1 恢复普通引导的全部对比度。</translation>
    </message>
    <message>
      <source>0 takes all colour, 1 changes nothing.</source>
      <translation>0 去掉所有颜色，1 不作改变。</translation>
    </message>
    <message>
      <source>1 entry</source>
      <translation>1 项</translation>
    </message>
    <message>
      <source>1 node</source>
      <translation>1 个节点</translation>
    </message>
    <message>
      <source>1 problem</source>
      <translation>1 个问题</translation>
    </message>
    <message>
      <source>1 run</source>
      <translation>1 次运行</translation>
    </message>
    <message>
      <source>1 seed</source>
      <translation>1 个种子</translation>
    </message>
    <message>
      <source>1 step</source>
      <translation>1 步</translation>
    </message>
    <message>
      <source>1/s</source>
      <translation>1/秒</translation>
    </message>
    <message>
      <source>90° clockwise</source>
      <translation>顺时针 90°</translation>
    </message>
    <message>
      <source>90° counterclockwise</source>
      <translation>逆时针 90°</translation>
    </message>
    <message>
      <source>; </source>
      <translation>；</translation>
    </message>
    <message>
      <source>A</source>
      <translation>A</translation>
    </message>
    <message>
      <source>A ControlNet for {family} cannot guess what its picture shows: switch guess off.</source>
      <translation>{family} 的 ControlNet 无法猜测图片的内容：请关闭猜测。</translation>
    </message>
    <message>
      <source>A ControlNet for {family} looks at latents: connect the VAE of a {family} model to the ControlNet node.</source>
      <translation>{family} 的 ControlNet 处理潜变量：请把 {family} 模型的 VAE 接到 ControlNet 节点。</translation>
    </message>
    <message>
      <source>A ControlNet from your model folders, or the path of a file or folder.</source>
      <translation>模型文件夹中的 ControlNet，或文件、文件夹的路径。</translation>
    </message>
    <message>
      <source>A LoRA from your model folders, or the path of a .safetensors file or of a folder that peft saved.</source>
      <translation>模型文件夹中的 LoRA，或 .safetensors 文件的路径，或由 peft 保存的文件夹的路径。</translation>
    </message>
    <message>
      <source>A T2I-Adapter from your model folders, or the path of a folder.</source>
      <translation>模型文件夹中的 T2I-Adapter，或文件夹的路径。</translation>
    </message>
    <message>
      <source>A VAE from your model folders, or its path.</source>
      <translation>模型文件夹中的 VAE，或它的路径。</translation>
    </message>
    <message>
      <source>A and B are the same</source>
      <translation>A 和 B 完全相同</translation>
    </message>
    <message>
      <source>A and B side by side</source>
      <translation>A 和 B 并排显示</translation>
    </message>
    <message>
      <source>A blank latent for a video: the Sampler fills it with noise and makes frames of this size.</source>
      <translation>视频的空白潜变量：采样器用噪声填满它，再生成这个尺寸的帧。</translation>
    </message>
    <message>
      <source>A blank latent: the Sampler fills it with noise and makes a picture of this size.</source>
      <translation>空白潜变量：采样器用噪声填满它，再生成这个尺寸的图片。</translation>
    </message>
    <message>
      <source>A blank video with the picture beside it.</source>
      <translation>附带图片的空白视频。</translation>
    </message>
    <message>
      <source>A bypassed node hands on {input} here.</source>
      <translation>被绕过的节点在此直接传出 {input}。</translation>
    </message>
    <message>
      <source>A copy without private data was saved as {path}.</source>
      <translation>不含隐私数据的副本已保存为 {path}。</translation>
    </message>
    <message>
      <source>A crash or a GPU that fails then costs a restart of that process, not the window.</source>
      <translation>这样，崩溃或 GPU 故障只会使该进程重新启动，而不影响窗口。</translation>
    </message>
    <message>
      <source>A depth network from your model folders, or the path of its folder.</source>
      <translation>模型文件夹中的深度网络，或其文件夹的路径。</translation>
    </message>
    <message>
      <source>A depth network of yours tells how far things are and how they face.</source>
      <translation>您的深度网络给出物体的远近和朝向。</translation>
    </message>
    <message>
      <source>A drive or a network folder may be away. Your graph is still here, unsaved.</source>
      <translation>可能是磁盘或网络文件夹已断开。您的工作流仍在此处，尚未保存。</translation>
    </message>
    <message>
      <source>A file or a .zip file …</source>
      <translation>文件或 .zip 文件…</translation>
    </message>
    <message>
      <source>A folder with all parts, or the network in one file.</source>
      <translation>包含所有部分的文件夹，或单个文件中的网络。</translation>
    </message>
    <message>
      <source>A folder with the tokenizer.json of T5, such as tokenizer_2 of a Flux model in the diffusers layout. Not needed without T5, or where T5 lies in such a model.</source>
      <translation>含有 T5 的 tokenizer.json 的文件夹，例如 diffusers 布局的 Flux 模型中的 tokenizer_2。不使用 T5，或 T5 位于这样的模型中时不需要。</translation>
    </message>
    <message>
      <source>A folder …</source>
      <translation>文件夹…</translation>
    </message>
    <message>
      <source>A graph from elsewhere</source>
      <translation>来自别处的工作流</translation>
    </message>
    <message>
      <source>A graph runs by itself after each change that matters.</source>
      <translation>每次作出有影响的改动后，工作流自动运行。</translation>
    </message>
    <message>
      <source>A large original size asks for detail, a small one in the negative prompt takes blur away.
Without this node a prompt speaks of a whole picture of the size that is made; a negative prompt
without one takes what the prompt is told.</source>
      <translation>原始尺寸大则要求更多细节；在负面提示词中给出小的原始尺寸可去除模糊。没有此节点时，提示词描述的是所生成尺寸的完整图片；负面提示词没有此节点时，沿用提示词得到的设置。</translation>
    </message>
    <message>
      <source>A larger shift keeps the noise high for longer, as larger pictures need it. The model brings a
shift of its own; this one takes its place.</source>
      <translation>偏移越大，噪声在高水平停留得越久，较大的图片需要这样。模型自带一个偏移；此值取而代之。</translation>
    </message>
    <message>
      <source>A latent without a picture.</source>
      <translation>没有图片的潜变量。</translation>
    </message>
    <message>
      <source>A latent without frames in it.</source>
      <translation>不含帧的潜变量。</translation>
    </message>
    <message>
      <source>A latent.</source>
      <translation>潜变量。</translation>
    </message>
    <message>
      <source>A list of {kind} cannot be joined: use pictures, masks, latents or texts, or pick one item.</source>
      <translation>{kind}的列表无法合并：请使用图片、蒙版、潜变量或文本，或选取一项。</translation>
    </message>
    <message>
      <source>A list that arrives is put in item by item. Every item is work of its own: change one, and only
that one runs again.</source>
      <translation>传入的列表会逐项放入。每一项单独计算：改动其中一项，只有该项重新运行。</translation>
    </message>
    <message>
      <source>A list.</source>
      <translation>列表。</translation>
    </message>
    <message>
      <source>A little of another seed gives a small variation of a picture.</source>
      <translation>混入少许另一个种子，就得到图片的小变体。</translation>
    </message>
    <message>
      <source>A mask that is white in a rectangle, for example for a part of the picture.</source>
      <translation>矩形处为白色的蒙版，例如用于图片的一部分。</translation>
    </message>
    <message>
      <source>A mask that was painted in the viewer, kept in the graph itself.</source>
      <translation>在查看器中手绘的蒙版，保存在工作流自身之中。</translation>
    </message>
    <message>
      <source>A model from your model folders, or the path of a file or folder.</source>
      <translation>模型文件夹中的模型，或文件、文件夹的路径。</translation>
    </message>
    <message>
      <source>A model from your model folders, or the path of a folder in the diffusers layout.</source>
      <translation>模型文件夹中的模型，或 diffusers 布局的文件夹路径。</translation>
    </message>
    <message>
      <source>A model of rectified flow, such as SD 3 or Flux.</source>
      <translation>整流流（rectified-flow）模型，如 SD 3 或 Flux。</translation>
    </message>
    <message>
      <source>A model that makes pictures, of SD 1 or SDXL.</source>
      <translation>生成图片的模型，属于 SD 1 或 SDXL。</translation>
    </message>
    <message>
      <source>A motion adapter from your model folders, or the path of a folder.</source>
      <translation>模型文件夹中的运动适配器，或文件夹的路径。</translation>
    </message>
    <message>
      <source>A network that sees what is around a hole paints it.</source>
      <translation>由能看到空洞周围内容的网络来重绘。</translation>
    </message>
    <message>
      <source>A network that takes the guidance as a number and needs few steps.</source>
      <translation>以数值接收引导强度、只需很少步数的网络。</translation>
    </message>
    <message>
      <source>A new input of this subgraph</source>
      <translation>此子图的新输入</translation>
    </message>
    <message>
      <source>A new node …</source>
      <translation>新节点…</translation>
    </message>
    <message>
      <source>A new output of this subgraph</source>
      <translation>此子图的新输出</translation>
    </message>
    <message>
      <source>A new random seed</source>
      <translation>换一个随机种子</translation>
    </message>
    <message>
      <source>A new random seed before every run</source>
      <translation>每次运行前换一个随机种子</translation>
    </message>
    <message>
      <source>A node editor for diffusion models.

Qt {qt}
{device}
{resources}</source>
      <translation>扩散模型的节点编辑器。

Qt {qt}
{device}
{resources}</translation>
    </message>
    <message>
      <source>A node file waits for you to allow it: File, Node packs …</source>
      <translation>一个节点文件等待您的允许：文件 › 节点包…</translation>
    </message>
    <message>
      <source>A number or a text.</source>
      <translation>数或文本。</translation>
    </message>
    <message>
      <source>A number with a fraction.</source>
      <translation>可带小数的数。</translation>
    </message>
    <message>
      <source>A number, a text, or yes or no.</source>
      <translation>数、文本，或是与否。</translation>
    </message>
    <message>
      <source>A pickle can run code when it is opened. A process of its own will read it, without a network and without your files, and take out the numbers alone; nothing in it is run. The result is {target}, and the pickle stays as it is.</source>
      <translation>pickle 文件打开时可能运行代码。这里由一个独立进程读取它，该进程不能访问网络和您的文件，只取出其中的数值；文件中的任何内容都不会运行。结果是 {target}，pickle 文件保持原样。</translation>
    </message>
    <message>
      <source>A picture as prompt</source>
      <translation>以图片为提示</translation>
    </message>
    <message>
      <source>A picture goes on beyond its border.</source>
      <translation>图片延伸到边界之外。</translation>
    </message>
    <message>
      <source>A picture in a second or two, without a negative prompt.</source>
      <translation>一两秒生成一张图片，不用负面提示词。</translation>
    </message>
    <message>
      <source>A picture in four steps, without any guidance.</source>
      <translation>四步生成一张图片，不用任何引导。</translation>
    </message>
    <message>
      <source>A picture is made larger, then painted anew a little for finer detail.</source>
      <translation>把图片放大，再略作重绘以增加精细细节。</translation>
    </message>
    <message>
      <source>A picture is painted anew, after words.</source>
      <translation>按提示词重新绘制一张图片。</translation>
    </message>
    <message>
      <source>A picture larger than the model knows, through windows that overlap.</source>
      <translation>通过重叠的窗口，生成超出模型所熟悉尺寸的图片。</translation>
    </message>
    <message>
      <source>A picture of one colour, or of one that goes over into another.</source>
      <translation>单色图片，或从一种颜色渐变到另一种颜色的图片。</translation>
    </message>
    <message>
      <source>A picture of {width} x {height} cannot be saved as {format} ({problem}): choose PNG.</source>
      <translation>{width} x {height} 的图片无法保存为 {format}（{problem}）：请选择 PNG。</translation>
    </message>
    <message>
      <source>A picture with its graph can be opened again. Your home folder is never written.</source>
      <translation>带有工作流的图片可以再次打开。您的主文件夹路径从不写入。</translation>
    </message>
    <message>
      <source>A point that a wire is led through. It changes nothing.</source>
      <translation>连线经过的点。它不改变任何内容。</translation>
    </message>
    <message>
      <source>A pose network from your model folders, or the path of its folder.</source>
      <translation>模型文件夹中的姿势网络，或其文件夹的路径。</translation>
    </message>
    <message>
      <source>A prompt for SDXL or its refiner.</source>
      <translation>SDXL 或其 refiner 的提示词。</translation>
    </message>
    <message>
      <source>A prompt longer than the encoder's window (75 words or so) is encoded in several windows. The
second output shows the tokens and where the prompt was cut.</source>
      <translation>超出编码器窗口（约 75 个词）的提示词会分成几个窗口编码。第二个输出显示各个词元，以及提示词在哪里被截断。</translation>
    </message>
    <message>
      <source>A prompt with regions can be neither joined, averaged nor zeroed: do so with its parts before they become regions.</source>
      <translation>带区域的提示词不能拼接、平均或归零：请在各部分成为区域之前进行。</translation>
    </message>
    <message>
      <source>A prompt.</source>
      <translation>提示词。</translation>
    </message>
    <message>
      <source>A region takes one mask, not {masks}: choose one of the batch.</source>
      <translation>一个区域只接受一个蒙版，而不是 {masks} 个：请从批次中选择一个。</translation>
    </message>
    <message>
      <source>A second model does the last steps and sharpens small things.</source>
      <translation>由第二个模型执行最后几步，使细小之处更清晰。</translation>
    </message>
    <message>
      <source>A seed for each picture, instead of counting up from the one.</source>
      <translation>为每张图片指定种子，而不是从一个种子依次递增。</translation>
    </message>
    <message>
      <source>A segmentation network from your model folders, or the path of its folder.</source>
      <translation>模型文件夹中的分割网络，或其文件夹的路径。</translation>
    </message>
    <message>
      <source>A small part of a large picture is painted as large as the model likes.</source>
      <translation>把大图片中的一小部分放大到模型适合的尺寸来绘制。</translation>
    </message>
    <message>
      <source>A sticky note with text in Markdown.</source>
      <translation>便签，可用 Markdown 书写文字。</translation>
    </message>
    <message>
      <source>A stored value cannot be read ({problem}): it will be made again.</source>
      <translation>一个已存储的值无法读取（{problem}）：将重新生成。</translation>
    </message>
    <message>
      <source>A text encoder from your model folders, or its path.</source>
      <translation>模型文件夹中的文本编码器，或它的路径。</translation>
    </message>
    <message>
      <source>A text of any length.</source>
      <translation>任意长度的文本。</translation>
    </message>
    <message>
      <source>A third one; empty where two are enough.</source>
      <translation>第三个；两个够用时留空。</translation>
    </message>
    <message>
      <source>A titled box that carries along what lies in it.</source>
      <translation>带标题的分组框，移动时带着框内的内容一起走。</translation>
    </message>
    <message>
      <source>A value of type {type} cannot be kept on disk: build it from plain data, or register its type with register_kind.</source>
      <translation>类型为 {type} 的值无法存到磁盘：请用普通数据构造它，或用 register_kind 注册其类型。</translation>
    </message>
    <message>
      <source>A value of type {type} cannot be kept: make it a frozen dataclass, or register a leaf for its type.</source>
      <translation>类型为 {type} 的值无法缓存：请把它做成 frozen dataclass，或为其类型注册一个叶子。</translation>
    </message>
    <message>
      <source>A value of type {type} contains itself and cannot be kept: leave out the way back.</source>
      <translation>类型为 {type} 的值包含了自身，无法缓存：请去掉指回自身的引用。</translation>
    </message>
    <message>
      <source>A whole model is a folder in the diffusers layout, which Load Model opens; the network alone is
one .safetensors file. Learnt words and FreeU are no weights and are left out. Nothing is ever
overwritten, and what could not be written whole is not there.</source>
      <translation>完整模型是 diffusers 布局的文件夹，用“加载模型”打开；单独的网络是一个 .safetensors 文件。学得的词和 FreeU 不是权重，因此不保存。从不覆盖任何内容；未能完整写出的不会留下。</translation>
    </message>
    <message>
      <source>A whole model needs text encoders and a VAE: connect both, or save the network alone.</source>
      <translation>完整模型需要文本编码器和 VAE：请连接两者，或只保存网络。</translation>
    </message>
    <message>
      <source>A whole model of {count} files, {size}</source>
      <translation>由 {count} 个文件组成的完整模型，{size}</translation>
    </message>
    <message>
      <source>A whole number.</source>
      <translation>整数。</translation>
    </message>
    <message>
      <source>A word from a file stands for a look.</source>
      <translation>文件中的一个词代表一种外观。</translation>
    </message>
    <message>
      <source>AND</source>
      <translation>AND</translation>
    </message>
    <message>
      <source>APG</source>
      <translation>APG</translation>
    </message>
    <message>
      <source>APG tames colours at high cfg. CFG-Zero* weighs the negative answer, and does nothing in the
first steps; it is made for SD 3 and Flux. TCFG takes from the negative answer what leads away.</source>
      <translation>APG 抑制高 CFG 下过艳的颜色。CFG-Zero* 给负面预测加权，并在前几步不作预测；它是为 SD 3 和 Flux 设计的。TCFG 从负面预测中去掉偏离方向的部分。</translation>
    </message>
    <message>
      <source>APG: how much of the guidance along the answer itself to keep; less means less saturation.</source>
      <translation>APG：保留多少与预测方向一致的引导；越少，饱和度越低。</translation>
    </message>
    <message>
      <source>APG: the longest that the guidance may be; 0 does not limit it.</source>
      <translation>APG：引导的最大长度；0 表示不限制。</translation>
    </message>
    <message>
      <source>AYS</source>
      <translation>AYS</translation>
    </message>
    <message>
      <source>About Latent Loom</source>
      <translation>关于 Latent Loom</translation>
    </message>
    <message>
      <source>Above</source>
      <translation>上方</translation>
    </message>
    <message>
      <source>Above 1 makes middle shades brighter, and leaves black and white.</source>
      <translation>大于 1 时中间调变亮，黑与白不变。</translation>
    </message>
    <message>
      <source>Access token</source>
      <translation>访问令牌</translation>
    </message>
    <message>
      <source>Act in these blocks alone, each perhaps with a factor: up.0.1, down.2.1=0.5 are the style and the layout of SDXL; empty: in all of them.</source>
      <translation>只在这些块中起作用，每个可带一个系数：up.0.1, down.2.1=0.5 对应 SDXL 的风格和布局；留空则在所有块中起作用。</translation>
    </message>
    <message>
      <source>Adapter</source>
      <translation>适配器</translation>
    </message>
    <message>
      <source>Add a &amp;frame</source>
      <translation>添加分组框(&amp;F)</translation>
    </message>
    <message>
      <source>Add a &amp;model folder …</source>
      <translation>添加模型文件夹(&amp;M)…</translation>
    </message>
    <message>
      <source>Add a &amp;note</source>
      <translation>添加便签(&amp;N)</translation>
    </message>
    <message>
      <source>Add a LoRA to a model: a style, a character, a quicker way to a picture.</source>
      <translation>给模型加上 LoRA：一种风格、一个角色，或更快出图的方法。</translation>
    </message>
    <message>
      <source>Add a model folder</source>
      <translation>添加模型文件夹</translation>
    </message>
    <message>
      <source>Add a node pack</source>
      <translation>添加节点包</translation>
    </message>
    <message>
      <source>Add a node that gives {kind}…</source>
      <translation>添加输出{kind}的节点…</translation>
    </message>
    <message>
      <source>Add a node that opens it</source>
      <translation>添加打开它的节点</translation>
    </message>
    <message>
      <source>Add a node that takes {kind}…</source>
      <translation>添加接受{kind}的节点…</translation>
    </message>
    <message>
      <source>Add a node…</source>
      <translation>添加节点…</translation>
    </message>
    <message>
      <source>Add a pack …</source>
      <translation>添加节点包…</translation>
    </message>
    <message>
      <source>Add a socket</source>
      <translation>添加端口</translation>
    </message>
    <message>
      <source>Add a socket on the left</source>
      <translation>在左侧添加端口</translation>
    </message>
    <message>
      <source>Add a socket on the right</source>
      <translation>在右侧添加端口</translation>
    </message>
    <message>
      <source>Add an &amp;input</source>
      <translation>添加输入(&amp;I)</translation>
    </message>
    <message>
      <source>Add an &amp;output</source>
      <translation>添加输出(&amp;O)</translation>
    </message>
    <message>
      <source>Add an input: press, or drop a wire here</source>
      <translation>添加输入：点击，或把连线拖放到这里</translation>
    </message>
    <message>
      <source>Add an output: press, or drop a wire here</source>
      <translation>添加输出：点击，或把连线拖放到这里</translation>
    </message>
    <message>
      <source>Add and subtract take the amount times the second; multiply takes the amount times the first, and needs no second.</source>
      <translation>相加和相减使用第二个乘以强度；相乘使用第一个乘以强度，不需要第二个。</translation>
    </message>
    <message>
      <source>Add dot</source>
      <translation>添加转接点</translation>
    </message>
    <message>
      <source>Add dots</source>
      <translation>添加转接点</translation>
    </message>
    <message>
      <source>Add frame</source>
      <translation>添加分组框</translation>
    </message>
    <message>
      <source>Add input</source>
      <translation>添加输入</translation>
    </message>
    <message>
      <source>Add node</source>
      <translation>添加节点</translation>
    </message>
    <message>
      <source>Add node …</source>
      <translation>添加节点…</translation>
    </message>
    <message>
      <source>Add nodes of others, see what they bring, and say which of them may run</source>
      <translation>添加他人的节点，查看其内容，并决定哪些可以运行</translation>
    </message>
    <message>
      <source>Add noise for the first step; or none, to go on with a latent that another Sampler left noisy. It then begins where that one ended, unless a first step is given.</source>
      <translation>在第一步之前加入噪声；或者不加，以便接着处理另一个采样器留下的带噪潜变量。这时除非指定了起始步，否则从前一个采样器结束之处开始。</translation>
    </message>
    <message>
      <source>Add note</source>
      <translation>添加便签</translation>
    </message>
    <message>
      <source>Add output</source>
      <translation>添加输出</translation>
    </message>
    <message>
      <source>Add room around pictures, for example to let a Sampler paint beyond their borders.</source>
      <translation>在图片四周增加空间，例如让采样器画到边界之外。</translation>
    </message>
    <message>
      <source>Add the node above</source>
      <translation>把上方的节点加入选择</translation>
    </message>
    <message>
      <source>Add the node below</source>
      <translation>把下方的节点加入选择</translation>
    </message>
    <message>
      <source>Add the node pack {name}?</source>
      <translation>添加节点包 {name} 吗？</translation>
    </message>
    <message>
      <source>Add the node to the left</source>
      <translation>把左侧的节点加入选择</translation>
    </message>
    <message>
      <source>Add the node to the right</source>
      <translation>把右侧的节点加入选择</translation>
    </message>
    <message>
      <source>Add {title}</source>
      <translation>添加{title}</translation>
    </message>
    <message>
      <source>Add …</source>
      <translation>添加…</translation>
    </message>
    <message>
      <source>Add, but do not run it yet</source>
      <translation>添加，但暂不运行</translation>
    </message>
    <message>
      <source>Add, subtract, multiply or mix latents of one family.</source>
      <translation>对同一系列的潜变量作加、减、乘或混合。</translation>
    </message>
    <message>
      <source>Added to every pixel.</source>
      <translation>加到每个像素上的值。</translation>
    </message>
    <message>
      <source>Adjust</source>
      <translation>调整</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>高级</translation>
    </message>
    <message>
      <source>After</source>
      <translation>之后</translation>
    </message>
    <message>
      <source>After Mask From Image this gives shadows, midtones or highlights.</source>
      <translation>接在“图像转蒙版”之后，可得到阴影、中间调或高光。</translation>
    </message>
    <message>
      <source>After how many steps to cut.</source>
      <translation>在多少步之后切分。</translation>
    </message>
    <message>
      <source>After inpainting or upscaling this takes back a shift of colours.</source>
      <translation>局部重绘或放大之后，用它消除颜色的偏移。</translation>
    </message>
    <message>
      <source>After that: {nodes}</source>
      <translation>接着：{nodes}</translation>
    </message>
    <message>
      <source>After the last frame: back to the first</source>
      <translation>最后一帧之后：往回播放</translation>
    </message>
    <message>
      <source>After the last frame: begin again</source>
      <translation>最后一帧之后：从头开始</translation>
    </message>
    <message>
      <source>After the last frame: stop</source>
      <translation>最后一帧之后：停止</translation>
    </message>
    <message>
      <source>Agreement</source>
      <translation>一致性</translation>
    </message>
    <message>
      <source>Align &amp;bottom</source>
      <translation>底部对齐(&amp;B)</translation>
    </message>
    <message>
      <source>Align &amp;centres</source>
      <translation>水平居中对齐(&amp;C)</translation>
    </message>
    <message>
      <source>Align &amp;left</source>
      <translation>左对齐(&amp;L)</translation>
    </message>
    <message>
      <source>Align &amp;middles</source>
      <translation>垂直居中对齐(&amp;M)</translation>
    </message>
    <message>
      <source>Align &amp;right</source>
      <translation>右对齐(&amp;R)</translation>
    </message>
    <message>
      <source>Align &amp;top</source>
      <translation>顶部对齐(&amp;T)</translation>
    </message>
    <message>
      <source>Align Your Steps</source>
      <translation>Align Your Steps</translation>
    </message>
    <message>
      <source>AlignYourStepsScheduler</source>
      <translation>Align Your Steps 调度器</translation>
    </message>
    <message>
      <source>Aligned Noise Levels</source>
      <translation>对齐噪声水平</translation>
    </message>
    <message>
      <source>All Combinations</source>
      <translation>全部组合</translation>
    </message>
    <message>
      <source>All families</source>
      <translation>所有系列</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>所有文件</translation>
    </message>
    <message>
      <source>All items as one.</source>
      <translation>所有项合为一个。</translation>
    </message>
    <message>
      <source>All keys on one sheet</source>
      <translation>一页列出所有快捷键</translation>
    </message>
    <message>
      <source>All kinds</source>
      <translation>所有类型</translation>
    </message>
    <message>
      <source>All of the &amp;batch</source>
      <translation>整个批次(&amp;B)</translation>
    </message>
    <message>
      <source>All of them as one batch.</source>
      <translation>全部合成的一个批次。</translation>
    </message>
    <message>
      <source>All on the device</source>
      <translation>全部放在设备上</translation>
    </message>
    <message>
      <source>All parts of {choice} have the weight 0: give at least one of them more.</source>
      <translation>{choice} 的所有部分权重都是 0：请至少提高其中一个。</translation>
    </message>
    <message>
      <source>All pictures as one batch.</source>
      <translation>所有图片合成的一个批次。</translation>
    </message>
    <message>
      <source>All pictures of the batch</source>
      <translation>批次中的所有图片</translation>
    </message>
    <message>
      <source>All slots at once</source>
      <translation>同时显示所有槽位</translation>
    </message>
    <message>
      <source>All that steers, with this one.</source>
      <translation>加上这一个之后的所有控制。</translation>
    </message>
    <message>
      <source>Allow</source>
      <translation>允许</translation>
    </message>
    <message>
      <source>Alt+drag a node</source>
      <translation>按住 Alt 拖动节点</translation>
    </message>
    <message>
      <source>Amount</source>
      <translation>强度</translation>
    </message>
    <message>
      <source>Amounts</source>
      <translation>强度</translation>
    </message>
    <message>
      <source>An IP-Adapter follows a picture beside the words.</source>
      <translation>IP-Adapter 在文字之外遵循一张图片。</translation>
    </message>
    <message>
      <source>An IP-Adapter from your model folders, or the path of its file.</source>
      <translation>模型文件夹中的 IP-Adapter，或其文件的路径。</translation>
    </message>
    <message>
      <source>An address may end in #sha256= and the hash that the file must have.</source>
      <translation>地址末尾可写 #sha256= 和文件应有的哈希值。</translation>
    </message>
    <message>
      <source>An earlier copy of {name} is kept: open that instead.</source>
      <translation>{name} 的一份较早的副本已保留：请改为打开该副本。</translation>
    </message>
    <message>
      <source>An embedding from your model folders, or the path of a .safetensors file.</source>
      <translation>模型文件夹中的嵌入，或 .safetensors 文件的路径。</translation>
    </message>
    <message>
      <source>An empty latent has no picture for the mask to keep: connect a picture through VAE Encode.</source>
      <translation>空潜变量中没有可供蒙版保留的图片：请通过“VAE 编码”接入一张图片。</translation>
    </message>
    <message>
      <source>An empty latent shows nothing that could be used here: connect a picture through VAE Encode, or what a Sampler made.</source>
      <translation>空潜变量中没有可在此使用的内容：请通过“VAE 编码”接入一张图片，或接入采样器的结果。</translation>
    </message>
    <message>
      <source>An empty latent starts from pure noise; a picture's latent keeps more of itself the lower
*denoise* is. Every step is remembered: change what acts only late, and only the late steps
run again.</source>
      <translation>空潜变量从纯噪声开始；来自图片的潜变量，*去噪强度*越低，保留得越多。每一步都会被记住：只改动后期才起作用的内容，就只重新计算后面的步。</translation>
    </message>
    <message>
      <source>An image encoder from your model folders, or the path of a folder.</source>
      <translation>模型文件夹中的图像编码器，或文件夹的路径。</translation>
    </message>
    <message>
      <source>An inpainting model</source>
      <translation>局部重绘模型</translation>
    </message>
    <message>
      <source>An input of this subgraph: what is wired to the subgraph's node arrives here.</source>
      <translation>此子图的输入：接到子图节点上的内容从这里进入。</translation>
    </message>
    <message>
      <source>An output of this subgraph: what is wired to this leaves the subgraph's node.</source>
      <translation>此子图的输出：接到这里的内容从子图节点传出。</translation>
    </message>
    <message>
      <source>An upscaler from your model folders, or the path of a .safetensors file.</source>
      <translation>模型文件夹中的放大模型，或 .safetensors 文件的路径。</translation>
    </message>
    <message>
      <source>An upscaler of yours draws a picture larger.</source>
      <translation>您的放大模型把图片画得更大。</translation>
    </message>
    <message>
      <source>Angle</source>
      <translation>角度</translation>
    </message>
    <message>
      <source>Animate</source>
      <translation>动画化</translation>
    </message>
    <message>
      <source>AnimateDiff</source>
      <translation>AnimateDiff</translation>
    </message>
    <message>
      <source>AnimateDiff loader</source>
      <translation>AnimateDiff 加载器</translation>
    </message>
    <message>
      <source>Another list.</source>
      <translation>另一个列表。</translation>
    </message>
    <message>
      <source>Another one; empty where one is enough.</source>
      <translation>另一个；一个够用时留空。</translation>
    </message>
    <message>
      <source>Another prompt for T5, the third text encoder of SD 3; empty: the same as the first.</source>
      <translation>给 SD 3 的第三个文本编码器 T5 的另一段提示词；留空则与第一段相同。</translation>
    </message>
    <message>
      <source>Another prompt for the second text encoder of SDXL, SD 3 or Flux; empty: the same.</source>
      <translation>给 SDXL、SD 3 或 Flux 的第二个文本编码器的另一段提示词；留空则相同。</translation>
    </message>
    <message>
      <source>Another prompt.</source>
      <translation>另一段提示词。</translation>
    </message>
    <message>
      <source>Another.</source>
      <translation>另一个。</translation>
    </message>
    <message>
      <source>Another: as many pictures, or one for all.</source>
      <translation>另一组：张数相同，或一张用于全部。</translation>
    </message>
    <message>
      <source>Any</source>
      <translation>任意</translation>
    </message>
    <message>
      <source>Any picture</source>
      <translation>任意图片</translation>
    </message>
    <message>
      <source>Any prompt of the model.</source>
      <translation>该模型的任意提示词。</translation>
    </message>
    <message>
      <source>Apply ControlNet</source>
      <translation>应用 ControlNet</translation>
    </message>
    <message>
      <source>Apply T2I-Adapter</source>
      <translation>应用 T2I-Adapter</translation>
    </message>
    <message>
      <source>Arrange</source>
      <translation>排列</translation>
    </message>
    <message>
      <source>As BREAK between two texts does: the words of one do not colour those of the other.</source>
      <translation>与两段文字之间的 BREAK 相同：一段的词不会影响另一段的颜色。</translation>
    </message>
    <message>
      <source>As if bright were near</source>
      <translation>把亮处视为近处</translation>
    </message>
    <message>
      <source>As it is</source>
      <translation>原样</translation>
    </message>
    <message>
      <source>As it was opened</source>
      <translation>打开时的状态</translation>
    </message>
    <message>
      <source>As large as the model likes</source>
      <translation>模型适合的尺寸</translation>
    </message>
    <message>
      <source>As last saved, {when}</source>
      <translation>上次保存的状态，{when}</translation>
    </message>
    <message>
      <source>As little as possible</source>
      <translation>尽可能少</translation>
    </message>
    <message>
      <source>As the negative prompt it leads away from less than an empty text does.</source>
      <translation>作为负面提示词，它的排斥作用比空文本更弱。</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <source>As under the right button, for keyboards without a menu key</source>
      <translation>与右键菜单相同，供没有菜单键的键盘使用</translation>
    </message>
    <message>
      <source>As usual</source>
      <translation>默认</translation>
    </message>
    <message>
      <source>Ask me again</source>
      <translation>再次询问</translation>
    </message>
    <message>
      <source>Asking {host} …</source>
      <translation>正在询问 {host}…</translation>
    </message>
    <message>
      <source>At</source>
      <translation>分隔处</translation>
    </message>
    <message>
      <source>Attention lets every place see itself alone; layers are left out altogether.</source>
      <translation>“注意力”让每个位置只看到自身；“层”则完全略去整层。</translation>
    </message>
    <message>
      <source>Autoencoder between frames and latents.</source>
      <translation>在帧与潜变量之间转换的自编码器。</translation>
    </message>
    <message>
      <source>Autoencoder between pictures and latents; for encoding and decoding.</source>
      <translation>在图片与潜变量之间转换的自编码器，用于编码和解码。</translation>
    </message>
    <message>
      <source>Autoencoder of the model of videos.</source>
      <translation>视频模型的自编码器。</translation>
    </message>
    <message>
      <source>Autoencoder that knows the way back to pixels.</source>
      <translation>负责还原为像素的自编码器。</translation>
    </message>
    <message>
      <source>Autoencoder that knows the way from pixels to latents.</source>
      <translation>负责从像素转换为潜变量的自编码器。</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <source>Automatic finds the brightness that parts each picture best (Otsu); fixed takes the threshold.</source>
      <translation>“自动”找出最能划分每张图片的亮度（Otsu）；“固定”使用阈值。</translation>
    </message>
    <message>
      <source>Average Prompts</source>
      <translation>平均提示词</translation>
    </message>
    <message>
      <source>B</source>
      <translation>B</translation>
    </message>
    <message>
      <source>B {width} × {height} scaled to A</source>
      <translation>B {width} × {height}，已缩放到 A 的尺寸</translation>
    </message>
    <message>
      <source>B1</source>
      <translation>B1</translation>
    </message>
    <message>
      <source>B2</source>
      <translation>B2</translation>
    </message>
    <message>
      <source>BREAK</source>
      <translation>BREAK</translation>
    </message>
    <message>
      <source>Back to the default</source>
      <translation>恢复默认值</translation>
    </message>
    <message>
      <source>Back to the default (double-click the label)</source>
      <translation>恢复默认值（双击标签）</translation>
    </message>
    <message>
      <source>Back to the default: {setting}</source>
      <translation>恢复默认值：{setting}</translation>
    </message>
    <message>
      <source>Back to the page before (Alt+Left)</source>
      <translation>返回上一页（Alt+左）</translation>
    </message>
    <message>
      <source>Backbone of the first up block.</source>
      <translation>第一个上行块的主干。</translation>
    </message>
    <message>
      <source>Backbone of the second up block.</source>
      <translation>第二个上行块的主干。</translation>
    </message>
    <message>
      <source>Background</source>
      <translation>背景</translation>
    </message>
    <message>
      <source>Base</source>
      <translation>基础</translation>
    </message>
    <message>
      <source>Base text model</source>
      <translation>底模的文本模型</translation>
    </message>
    <message>
      <source>BasicScheduler</source>
      <translation>基础调度器</translation>
    </message>
    <message>
      <source>Batch</source>
      <translation>批次</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>之前</translation>
    </message>
    <message>
      <source>Begin with a picture</source>
      <translation>从一张图片开始</translation>
    </message>
    <message>
      <source>Begin with an empty graph in a new tab</source>
      <translation>在新标签页中从空工作流开始</translation>
    </message>
    <message>
      <source>Begin with the base</source>
      <translation>以底模开始</translation>
    </message>
    <message>
      <source>Below</source>
      <translation>下方</translation>
    </message>
    <message>
      <source>Between</source>
      <translation>之间</translation>
    </message>
    <message>
      <source>Between its ten, and for other numbers of steps, they lie evenly on a logarithmic scale.</source>
      <translation>在它的十个值之间，以及步数不同时，按对数刻度均匀分布。</translation>
    </message>
    <message>
      <source>Beyond</source>
      <translation>超出时</translation>
    </message>
    <message>
      <source>Bilinear gives soft borders; nearest keeps hard ones.</source>
      <translation>Bilinear 得到柔和边缘；nearest 保留硬边缘。</translation>
    </message>
    <message>
      <source>Black and white.</source>
      <translation>黑与白。</translation>
    </message>
    <message>
      <source>Blend</source>
      <translation>混合</translation>
    </message>
    <message>
      <source>Blocks</source>
      <translation>块</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>蓝色</translation>
    </message>
    <message>
      <source>Blur</source>
      <translation>模糊</translation>
    </message>
    <message>
      <source>Blur Image</source>
      <translation>模糊图像</translation>
    </message>
    <message>
      <source>Blur Mask</source>
      <translation>模糊蒙版</translation>
    </message>
    <message>
      <source>Blur as well: the standard deviation of a Gaussian.</source>
      <translation>同时模糊：高斯模糊的标准差。</translation>
    </message>
    <message>
      <source>Blur before looking: more ignores noise and fine texture.</source>
      <translation>检测前先模糊：值越大，越忽略噪点和细小纹理。</translation>
    </message>
    <message>
      <source>Boolean</source>
      <translation>布尔值</translation>
    </message>
    <message>
      <source>Border</source>
      <translation>边框</translation>
    </message>
    <message>
      <source>Both as one, as large as the lower one.</source>
      <translation>合二为一，尺寸与下层相同。</translation>
    </message>
    <message>
      <source>Both as one.</source>
      <translation>两者合二为一。</translation>
    </message>
    <message>
      <source>Both keep their own meaning, unlike two texts in one prompt. It takes the time of both together.</source>
      <translation>与一段提示词中的两段文字不同，两者各自保持原意。用时为两者之和。</translation>
    </message>
    <message>
      <source>Both models, one after the other.</source>
      <translation>前后相接的两个模型。</translation>
    </message>
    <message>
      <source>Both must be of one kind and trained on the same noise levels. Chain several for more than two.</source>
      <translation>两者必须属于同一类型，并以相同的噪声水平训练。需要两个以上时可串联多个节点。</translation>
    </message>
    <message>
      <source>Both outputs go into one Sampler, whose cfg (about 3) holds for the last frame. Give the Sampler
the same seed, by one Seed node for both.</source>
      <translation>两个输出接入同一个采样器，其 CFG（约 3）用于最后一帧。请用一个种子节点为两者提供相同的种子。</translation>
    </message>
    <message>
      <source>Both prompts at once.</source>
      <translation>同时使用两段提示词。</translation>
    </message>
    <message>
      <source>Both prompts, each in its steps.</source>
      <translation>两段提示词，各在自己的步中起作用。</translation>
    </message>
    <message>
      <source>Both prompts, one after the other.</source>
      <translation>前后相接的两段提示词。</translation>
    </message>
    <message>
      <source>Both sides become multiples of this; latents need 8, some models 16 or 64.</source>
      <translation>两边都变为此值的倍数；潜变量需要 8，有些模型需要 16 或 64。</translation>
    </message>
    <message>
      <source>Bottom</source>
      <translation>下</translation>
    </message>
    <message>
      <source>Brightness</source>
      <translation>亮度</translation>
    </message>
    <message>
      <source>Bring every item of one list together with every item of another.</source>
      <translation>让一个列表的每一项与另一个列表的每一项组合。</translation>
    </message>
    <message>
      <source>Bring the part to the size, or keep its pixels and make its sides multiples of 8.</source>
      <translation>把该部分缩放到此尺寸，或保留其像素并使边长为 8 的倍数。</translation>
    </message>
    <message>
      <source>Brush</source>
      <translation>画笔</translation>
    </message>
    <message>
      <source>Brush; the right button erases</source>
      <translation>画笔；右键擦除</translation>
    </message>
    <message>
      <source>By</source>
      <translation>依据</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>手动操作</translation>
    </message>
    <message>
      <source>Bypass</source>
      <translation>绕过</translation>
    </message>
    <message>
      <source>C</source>
      <translation>C</translation>
    </message>
    <message>
      <source>CFG</source>
      <translation>CFG</translation>
    </message>
    <message>
      <source>CFG-Zero</source>
      <translation>CFG-Zero</translation>
    </message>
    <message>
      <source>CFG-Zero*: for how many of the first calls of the network it predicts nothing.</source>
      <translation>CFG-Zero*：网络的前多少次调用不作预测。</translation>
    </message>
    <message>
      <source>CLIPTextEncodeSDXL</source>
      <translation>CLIP 文本编码 SDXL</translation>
    </message>
    <message>
      <source>CLIPVisionLoader</source>
      <translation>CLIP 视觉加载器</translation>
    </message>
    <message>
      <source>CPU with 1 thread</source>
      <translation>CPU（1 个线程）</translation>
    </message>
    <message>
      <source>CPU with {threads} threads</source>
      <translation>CPU（{threads} 个线程）</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Canny</source>
      <translation>Canny 边缘</translation>
    </message>
    <message>
      <source>Canvas</source>
      <translation>画布</translation>
    </message>
    <message>
      <source>Canvas: {graph}</source>
      <translation>画布：{graph}</translation>
    </message>
    <message>
      <source>Carry the surroundings on, show their mean colour, random colours like theirs, or one colour.</source>
      <translation>延续周围的内容，显示其平均色、与之相似的随机颜色，或一种颜色。</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>大小写</translation>
    </message>
    <message>
      <source>Cell</source>
      <translation>方格</translation>
    </message>
    <message>
      <source>Chain any number on one base prompt. Where regions overlap, they share the place by strength and
grey; what none covers, and what their strengths leave, follows the base prompt.</source>
      <translation>可在一段基础提示词上串联任意多个。区域重叠处按强度和灰度分享；没有区域覆盖之处，以及强度未用尽的部分，遵循基础提示词。</translation>
    </message>
    <message>
      <source>Chain any number, each with a mask of its own, and ControlNets with them: what steers before
goes into *control*.</source>
      <translation>可串联任意多个，各有自己的蒙版，也可与 ControlNet 串联：前面起控制作用的接入 *control*。</translation>
    </message>
    <message>
      <source>Chain any number: the one before goes into *control*. Start and end are parts of the Sampler's
steps; a later end is cheap to try, since the steps before are kept.</source>
      <translation>可串联任意多个：前一个接入 *control*。起点和终点以采样器步数的比例表示；推迟终点几乎不费时间，因为之前的步已经缓存。</translation>
    </message>
    <message>
      <source>Chain several for a stack. The files of the model stay as they are, and what the LoRA changed is
given back bit by bit wherever the model is used without it. Layouts of diffusers, peft and
kohya are read: LoRA and DoRA for any layers, LoHa and LoKr (LyCORIS). Without a text model the
part for the text encoders is left out.</source>
      <translation>可串联多个以叠加。模型文件保持不变；在不带它使用模型之处，LoRA 的改动会逐位还原。可读取 diffusers、peft 和 kohya 的布局：任意层的 LoRA 和 DoRA，以及 LoHa 和 LoKr（LyCORIS）。不接文本模型时，略去文本编码器的部分。</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>更改</translation>
    </message>
    <message>
      <source>Change Noise Levels</source>
      <translation>更改噪声水平</translation>
    </message>
    <message>
      <source>Change a value</source>
      <translation>更改一个值</translation>
    </message>
    <message>
      <source>Change a value and run again: only what it changes is computed.</source>
      <translation>改一个值再运行：只计算因此变化的部分。</translation>
    </message>
    <message>
      <source>Change brightness, contrast, saturation and gamma of pictures.</source>
      <translation>更改图片的亮度、对比度、饱和度和伽马。</translation>
    </message>
    <message>
      <source>Change frame</source>
      <translation>更改分组框</translation>
    </message>
    <message>
      <source>Change note</source>
      <translation>更改便签</translation>
    </message>
    <message>
      <source>Change of prompt</source>
      <translation>切换提示词</translation>
    </message>
    <message>
      <source>Change the size of a latent, for a second pass of a Sampler with *denoise* below 1.</source>
      <translation>更改潜变量的尺寸，供采样器以小于 1 的*去噪强度*进行第二遍处理。</translation>
    </message>
    <message>
      <source>Change the size of a mask, so that it fits a picture of another size.</source>
      <translation>更改蒙版的尺寸，使它与另一尺寸的图片相配。</translation>
    </message>
    <message>
      <source>Change the size of pictures.</source>
      <translation>改变图片的尺寸。</translation>
    </message>
    <message>
      <source>Change …</source>
      <translation>更改…</translation>
    </message>
    <message>
      <source>Changed by another program</source>
      <translation>已被其他程序更改</translation>
    </message>
    <message>
      <source>Changes that come before this one.</source>
      <translation>排在这一项之前的变化。</translation>
    </message>
    <message>
      <source>Changing prompt</source>
      <translation>中途换提示词</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>通道</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>检查</translation>
    </message>
    <message>
      <source>Chinese needs a font, such as Noto Sans CJK, that is not installed.</source>
      <translation>显示中文需要的字体（如 Noto Sans CJK）没有安装。</translation>
    </message>
    <message>
      <source>Choices lie more than {most} deep within each other: take some of them apart.</source>
      <translation>选项的嵌套超过 {most} 层：请拆开其中一些。</translation>
    </message>
    <message>
      <source>Choose</source>
      <translation>选择</translation>
    </message>
    <message>
      <source>Choose a colour</source>
      <translation>选择颜色</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>选择文件</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>选择文件夹</translation>
    </message>
    <message>
      <source>Choose a parameter to begin.</source>
      <translation>请先选择一个参数。</translation>
    </message>
    <message>
      <source>Choose a parameter, then write its values here</source>
      <translation>先选择一个参数，再在这里写出它的取值</translation>
    </message>
    <message>
      <source>Choose a picture below: the graph that makes it opens.</source>
      <translation>在下面选择一张图片：将打开生成它的工作流。</translation>
    </message>
    <message>
      <source>Choose the seed of every picture: the Sampler makes one picture for each.</source>
      <translation>指定每张图片的种子：采样器为每个种子生成一张图片。</translation>
    </message>
    <message>
      <source>Choose which of the files you want.</source>
      <translation>选择您要的文件。</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>选择…</translation>
    </message>
    <message>
      <source>Clean</source>
      <translation>低噪声段</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清空</translation>
    </message>
    <message>
      <source>Clear all results that are kept?</source>
      <translation>清除所有缓存的结果？</translation>
    </message>
    <message>
      <source>Clear results</source>
      <translation>清除结果</translation>
    </message>
    <message>
      <source>Clear the list</source>
      <translation>清空列表</translation>
    </message>
    <message>
      <source>Clear the mask</source>
      <translation>清除蒙版</translation>
    </message>
    <message>
      <source>Clear …</source>
      <translation>清除…</translation>
    </message>
    <message>
      <source>Click into a field and press the keys. Every change is in force at once.</source>
      <translation>点击输入框后按下按键即可。每次改动立即生效。</translation>
    </message>
    <message>
      <source>Click on it; drag a number; double-click resets it</source>
      <translation>点击它；数字可拖动；双击恢复默认值</translation>
    </message>
    <message>
      <source>Click to go there</source>
      <translation>点击前往</translation>
    </message>
    <message>
      <source>Click to rename this subgraph</source>
      <translation>点击以重命名此子图</translation>
    </message>
    <message>
      <source>Click to take: {values}</source>
      <translation>点击采用：{values}</translation>
    </message>
    <message>
      <source>Clip skip</source>
      <translation>CLIP 跳过层</translation>
    </message>
    <message>
      <source>Clip skip {skip} leaves nothing of this text model: it has {layers} layers.</source>
      <translation>CLIP 跳过 {skip} 层后此文本模型一层不剩：它共有 {layers} 层。</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Close this graph</source>
      <translation>关闭此工作流</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>Colour Grid</source>
      <translation>颜色网格</translation>
    </message>
    <message>
      <source>Colour Image</source>
      <translation>纯色图像</translation>
    </message>
    <message>
      <source>Colours of the window.</source>
      <translation>窗口的配色。</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>列</translation>
    </message>
    <message>
      <source>Combine Masks</source>
      <translation>组合蒙版</translation>
    </message>
    <message>
      <source>Combine Prompts</source>
      <translation>组合提示词</translation>
    </message>
    <message>
      <source>Combine what the network says to both prompts in another way than plain guidance does.</source>
      <translation>以不同于普通引导的方式，组合网络对两段提示词的预测。</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>比较</translation>
    </message>
    <message>
      <source>Compare in another wa&amp;y</source>
      <translation>换一种对比方式(&amp;Y)</translation>
    </message>
    <message>
      <source>Compare two numbers or texts; wire what comes out to an If.</source>
      <translation>比较两个数或两段文本；把结果接到“如果”。</translation>
    </message>
    <message>
      <source>Compare with it</source>
      <translation>与它对比</translation>
    </message>
    <message>
      <source>Compare with the picture before</source>
      <translation>与先前的图片对比</translation>
    </message>
    <message>
      <source>Compile</source>
      <translation>编译</translation>
    </message>
    <message>
      <source>Compile the network for this computer: quicker steps, above all on a GPU, but the first step at each size takes a minute longer, and pictures differ in the last bits.</source>
      <translation>为本机编译网络：每一步更快，在 GPU 上尤其明显；但每种尺寸的第一步要多花约一分钟，图片的末位数值会略有不同。</translation>
    </message>
    <message>
      <source>Composite</source>
      <translation>合成</translation>
    </message>
    <message>
      <source>Composite Latent</source>
      <translation>合成潜变量</translation>
    </message>
    <message>
      <source>Con&amp;vert a pickle …</source>
      <translation>转换 pickle 文件(&amp;V)…</translation>
    </message>
    <message>
      <source>Concat Prompts</source>
      <translation>拼接提示词</translation>
    </message>
    <message>
      <source>Condition</source>
      <translation>条件</translation>
    </message>
    <message>
      <source>Conditioning</source>
      <translation>条件</translation>
    </message>
    <message>
      <source>ConditioningAverage</source>
      <translation>条件平均</translation>
    </message>
    <message>
      <source>ConditioningCombine</source>
      <translation>条件组合</translation>
    </message>
    <message>
      <source>ConditioningConcat</source>
      <translation>条件拼接</translation>
    </message>
    <message>
      <source>ConditioningSetArea</source>
      <translation>条件设置区域</translation>
    </message>
    <message>
      <source>ConditioningSetMask</source>
      <translation>条件设置蒙版</translation>
    </message>
    <message>
      <source>ConditioningSetTimestepRange</source>
      <translation>条件时间步范围</translation>
    </message>
    <message>
      <source>ConditioningZeroOut</source>
      <translation>条件归零</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>置信度</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>连接</translation>
    </message>
    <message>
      <source>Connect to</source>
      <translation>连接到</translation>
    </message>
    <message>
      <source>Connect {node} by</source>
      <translation>连接 {node} 的端口</translation>
    </message>
    <message>
      <source>Connect {port} of {node} from</source>
      <translation>{node} 的 {port} 的来源</translation>
    </message>
    <message>
      <source>Connect {port} of {node} to</source>
      <translation>{node} 的 {port} 连接到</translation>
    </message>
    <message>
      <source>Connect …</source>
      <translation>连接…</translation>
    </message>
    <message>
      <source>Contact Sheet</source>
      <translation>缩略图总览</translation>
    </message>
    <message>
      <source>Context</source>
      <translation>周边</translation>
    </message>
    <message>
      <source>Contrast</source>
      <translation>对比度</translation>
    </message>
    <message>
      <source>Control</source>
      <translation>控制</translation>
    </message>
    <message>
      <source>ControlNet</source>
      <translation>ControlNet</translation>
    </message>
    <message>
      <source>ControlNets that act before this one.</source>
      <translation>在此之前起作用的 ControlNet。</translation>
    </message>
    <message>
      <source>ControlNets that hold the picture to an outline or a pose.</source>
      <translation>让图片遵循轮廓或姿势的 ControlNet。</translation>
    </message>
    <message>
      <source>ControlNetwork</source>
      <translation>ControlNet 网络</translation>
    </message>
    <message>
      <source>Convert</source>
      <translation>转换</translation>
    </message>
    <message>
      <source>Convert a pickle</source>
      <translation>转换 pickle 文件</translation>
    </message>
    <message>
      <source>Convert it …</source>
      <translation>转换…</translation>
    </message>
    <message>
      <source>Convert {name} to safetensors?</source>
      <translation>把 {name} 转换为 safetensors 吗？</translation>
    </message>
    <message>
      <source>Converting a pickle</source>
      <translation>正在转换 pickle 文件</translation>
    </message>
    <message>
      <source>Converting {name} …</source>
      <translation>正在转换 {name}…</translation>
    </message>
    <message>
      <source>Copies</source>
      <translation>份数</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Copy all problems with their details</source>
      <translation>复制所有问题及其详情</translation>
    </message>
    <message>
      <source>Copy by dragging</source>
      <translation>拖动复制</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>复制详情</translation>
    </message>
    <message>
      <source>Copy its name</source>
      <translation>复制它的名称</translation>
    </message>
    <message>
      <source>Copy its name for the command line</source>
      <translation>复制它在命令行中的名称</translation>
    </message>
    <message>
      <source>Copy its trigger words</source>
      <translation>复制它的触发词</translation>
    </message>
    <message>
      <source>Copy the picture</source>
      <translation>复制图片</translation>
    </message>
    <message>
      <source>Costs no time in the Sampler. For both prompts at once take Combine Prompts.</source>
      <translation>不增加采样器的用时。要同时使用两段提示词，请用“组合提示词”。</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>数量</translation>
    </message>
    <message>
      <source>Count the items of a list.</source>
      <translation>统计列表的项数。</translation>
    </message>
    <message>
      <source>Counting gives picture k of a batch the noise of seed + k; same gives all the same.</source>
      <translation>“递增”让批次中的第 k 张使用种子 + k 的噪声；“相同”让全部使用同样的噪声。</translation>
    </message>
    <message>
      <source>Crop</source>
      <translation>裁剪</translation>
    </message>
    <message>
      <source>Crop Latent</source>
      <translation>裁剪潜变量</translation>
    </message>
    <message>
      <source>Ctrl+Up and Ctrl+Down weigh the selected words, or the word at the cursor</source>
      <translation>Ctrl+上 和 Ctrl+下 调整选中的词或光标处的词的权重</translation>
    </message>
    <message>
      <source>Ctrl+Z, while the mask is painted</source>
      <translation>绘制蒙版时按 Ctrl+Z</translation>
    </message>
    <message>
      <source>Ctrl+drag on the socket</source>
      <translation>在端口上按住 Ctrl 拖动</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>剪切(&amp;T)</translation>
    </message>
    <message>
      <source>Cut Out</source>
      <translation>裁出局部</translation>
    </message>
    <message>
      <source>Cut a rectangle out of a latent, in whole places of its grid (8 pixels of most families).</source>
      <translation>从潜变量中裁出一个矩形，以其网格的整格为单位（多数系列为 8 像素）。</translation>
    </message>
    <message>
      <source>Cut a rectangle out of pictures; what lies outside of them is left away.</source>
      <translation>从图片中裁出一个矩形；矩形之外的部分被舍去。</translation>
    </message>
    <message>
      <source>Cut noise levels into those for a first and those for a second Sampler.</source>
      <translation>把噪声水平切分为供第一个和第二个采样器使用的两部分。</translation>
    </message>
    <message>
      <source>Cut out what surrounds a mask, to have it painted in as much detail as the model can give.</source>
      <translation>裁出蒙版周围的部分，以模型所能达到的细节来绘制。</translation>
    </message>
    <message>
      <source>Cut wires</source>
      <translation>切断连线</translation>
    </message>
    <message>
      <source>Cutout</source>
      <translation>裁出信息</translation>
    </message>
    <message>
      <source>D</source>
      <translation>D</translation>
    </message>
    <message>
      <source>Damaged and removed: {damaged}. The others are whole: {whole}.</source>
      <translation>已损坏并删除：{damaged}。其余完好：{whole}。</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>De&amp;lete</source>
      <translation>删除(&amp;L)</translation>
    </message>
    <message>
      <source>Decoding, resizing the picture and encoding it again is slower and sharper.</source>
      <translation>解码、缩放图片再编码，更慢但更清晰。</translation>
    </message>
    <message>
      <source>Default: {default}.</source>
      <translation>默认值：{default}。</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Delete for good</source>
      <translation>永久删除</translation>
    </message>
    <message>
      <source>Delete frame</source>
      <translation>删除分组框</translation>
    </message>
    <message>
      <source>Delete it for good? Nobody can bring it back then.</source>
      <translation>永久删除吗？删除后无法恢复。</translation>
    </message>
    <message>
      <source>Delete node</source>
      <translation>删除节点</translation>
    </message>
    <message>
      <source>Delete note</source>
      <translation>删除便签</translation>
    </message>
    <message>
      <source>Delete removes it; Left and Right lead to its ends</source>
      <translation>Delete 键移除它；左右方向键通向它的两端</translation>
    </message>
    <message>
      <source>Delete {count} nodes</source>
      <translation>删除 {count} 个节点</translation>
    </message>
    <message>
      <source>Denoise</source>
      <translation>去噪强度</translation>
    </message>
    <message>
      <source>Depth</source>
      <translation>深度</translation>
    </message>
    <message>
      <source>Depth Map</source>
      <translation>深度图</translation>
    </message>
    <message>
      <source>Depth and normals</source>
      <translation>深度与法线</translation>
    </message>
    <message>
      <source>Depth maps, white where things are near.</source>
      <translation>深度图，近处为白色。</translation>
    </message>
    <message>
      <source>Depth network</source>
      <translation>深度网络</translation>
    </message>
    <message>
      <source>Detail</source>
      <translation>细节</translation>
    </message>
    <message>
      <source>Detector</source>
      <translation>检测器</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>诊断信息</translation>
    </message>
    <message>
      <source>Diagnostics for a report …</source>
      <translation>供报告用的诊断信息…</translation>
    </message>
    <message>
      <source>Diagnostics …</source>
      <translation>诊断信息…</translation>
    </message>
    <message>
      <source>Disconnect</source>
      <translation>断开</translation>
    </message>
    <message>
      <source>Disk, at most</source>
      <translation>磁盘上限</translation>
    </message>
    <message>
      <source>Distance from the left side.</source>
      <translation>与左边的距离。</translation>
    </message>
    <message>
      <source>Distance from the top.</source>
      <translation>与上边的距离。</translation>
    </message>
    <message>
      <source>Distribute &amp;across</source>
      <translation>水平等距分布(&amp;A)</translation>
    </message>
    <message>
      <source>Distribute &amp;down</source>
      <translation>垂直等距分布(&amp;D)</translation>
    </message>
    <message>
      <source>Documentation</source>
      <translation>文档</translation>
    </message>
    <message>
      <source>Don't run</source>
      <translation>不运行</translation>
    </message>
    <message>
      <source>Don't save</source>
      <translation>不保存</translation>
    </message>
    <message>
      <source>Done in {time}</source>
      <translation>完成，用时 {time}</translation>
    </message>
    <message>
      <source>Done: {path}</source>
      <translation>完成：{path}</translation>
    </message>
    <message>
      <source>Dot</source>
      <translation>转接点</translation>
    </message>
    <message>
      <source>Double-click or Alt+click on it</source>
      <translation>双击它，或按住 Alt 点击</translation>
    </message>
    <message>
      <source>Double-click to write</source>
      <translation>双击以书写</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>下载</translation>
    </message>
    <message>
      <source>Download a model</source>
      <translation>下载模型</translation>
    </message>
    <message>
      <source>Download from {source}</source>
      <translation>从 {source} 下载</translation>
    </message>
    <message>
      <source>Download …</source>
      <translation>下载…</translation>
    </message>
    <message>
      <source>Drag for more room</source>
      <translation>拖动以获得更大空间</translation>
    </message>
    <message>
      <source>Drag from socket to socket, or onto nothing to search</source>
      <translation>从端口拖到端口；拖到空白处则搜索</translation>
    </message>
    <message>
      <source>Drag to order; or Alt with an arrow key</source>
      <translation>拖动排序；或用 Alt 加方向键</translation>
    </message>
    <message>
      <source>Drag where nothing is; Ctrl or Shift adds</source>
      <translation>在空白处拖动；按住 Ctrl 或 Shift 可追加</translation>
    </message>
    <message>
      <source>Draw a text by chance: `a {red|green} house`, or a line of a file by `__colour__`.</source>
      <translation>随机抽取文本：`a {red|green} house`，或用 `__colour__` 抽取文件中的一行。</translation>
    </message>
    <message>
      <source>Draw or remove a wire of the node by the keyboard</source>
      <translation>用键盘连接或移除节点的连线</translation>
    </message>
    <message>
      <source>Draw people as coloured skeletons, for pose (OpenPose) ControlNets.</source>
      <translation>把人物画成彩色骨架，供姿势（OpenPose）ControlNet 使用。</translation>
    </message>
    <message>
      <source>Draw soft borders of large and small shapes, for soft edge (HED, PiDiNet) ControlNets.</source>
      <translation>画出大小形状的柔和边缘，供软边缘（HED、PiDiNet）ControlNet 使用。</translation>
    </message>
    <message>
      <source>Draw thin white outlines where colours change, for Canny ControlNets.</source>
      <translation>在颜色变化处画出白色细轮廓线，供 Canny ControlNet 使用。</translation>
    </message>
    <message>
      <source>Drop a node on it; Alt prevents it</source>
      <translation>把节点拖放到连线上；按住 Alt 可避免</translation>
    </message>
    <message>
      <source>Drop a picture here</source>
      <translation>把图片拖放到这里</translation>
    </message>
    <message>
      <source>Drop such a file on the window to get its graph back. MP4 and WebM need the optional package
av. PNG saves every frame as a picture of its own. Generated videos are marked as such, as the
settings say. Files are never overwritten: each gets the next free number.</source>
      <translation>把这样的文件拖放到窗口上，就能取回它的工作流。MP4 和 WebM 需要可选软件包 av。PNG 把每一帧存为单独的图片。生成的视频按设置标记为生成内容。文件从不被覆盖：每个文件使用下一个空闲的编号。</translation>
    </message>
    <message>
      <source>Drop such a file on the window to get its graph back. PNG also carries the prompt as other
programs read it. Generated pictures are marked as such, as the settings say. Files are never
overwritten: each gets the next free number.</source>
      <translation>把这样的文件拖放到窗口上，就能取回它的工作流。PNG 还带有其他程序能读取的提示词。生成的图片按设置标记为生成内容。文件从不被覆盖：每个文件使用下一个空闲的编号。</translation>
    </message>
    <message>
      <source>DualCFGGuider</source>
      <translation>双 CFG 引导器</translation>
    </message>
    <message>
      <source>Duplicate with w&amp;ires</source>
      <translation>连同连线再制(&amp;I)</translation>
    </message>
    <message>
      <source>E&amp;xport a copy without private data …</source>
      <translation>导出不含隐私数据的副本(&amp;X)…</translation>
    </message>
    <message>
      <source>E&amp;xtract</source>
      <translation>抽出(&amp;X)</translation>
    </message>
    <message>
      <source>Each picture is cut to the square in its middle. Several pictures of one batch, or of several
wires, act together. The result is kept: to try strengths, the encoder need not look again.</source>
      <translation>每张图片裁取中间的正方形。一个批次或多条连线的多张图片共同起作用。结果会缓存：尝试不同强度时，编码器不必重新查看。</translation>
    </message>
    <message>
      <source>Earl&amp;ier copies</source>
      <translation>较早的副本(&amp;I)</translation>
    </message>
    <message>
      <source>Ease off at the end</source>
      <translation>结尾放松引导</translation>
    </message>
    <message>
      <source>Edge</source>
      <translation>边缘</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>编辑</translation>
    </message>
    <message>
      <source>Edit &amp;values</source>
      <translation>编辑参数(&amp;V)</translation>
    </message>
    <message>
      <source>Edit the painted mask</source>
      <translation>编辑手绘蒙版</translation>
    </message>
    <message>
      <source>Edits</source>
      <translation>修改</translation>
    </message>
    <message>
      <source>Eight bits</source>
      <translation>8 位</translation>
    </message>
    <message>
      <source>Embed</source>
      <translation>嵌入</translation>
    </message>
    <message>
      <source>Embedding</source>
      <translation>嵌入</translation>
    </message>
    <message>
      <source>Empty</source>
      <translation>空</translation>
    </message>
    <message>
      <source>Empty Latent</source>
      <translation>空潜变量</translation>
    </message>
    <message>
      <source>Empty Latent Image</source>
      <translation>空 Latent 图像</translation>
    </message>
    <message>
      <source>Empty Video Latent</source>
      <translation>空视频潜变量</translation>
    </message>
    <message>
      <source>Empty graph</source>
      <translation>空工作流</translation>
    </message>
    <message>
      <source>Empty the slot</source>
      <translation>清空槽位</translation>
    </message>
    <message>
      <source>Encode Video</source>
      <translation>编码视频</translation>
    </message>
    <message>
      <source>Encoder</source>
      <translation>编码器</translation>
    </message>
    <message>
      <source>Encoder of the first frame; for Picture In Motion.</source>
      <translation>第一帧的编码器；供“动态图片”使用。</translation>
    </message>
    <message>
      <source>Encoder of the model of videos.</source>
      <translation>视频模型的编码器。</translation>
    </message>
    <message>
      <source>End</source>
      <translation>终点</translation>
    </message>
    <message>
      <source>End step</source>
      <translation>结束步</translation>
    </message>
    <message>
      <source>End with the refiner</source>
      <translation>以 refiner 结束</translation>
    </message>
    <message>
      <source>Ended with problems</source>
      <translation>结束，但有问题</translation>
    </message>
    <message>
      <source>Enlarged pictures show their pixels as squares instead of a blur.</source>
      <translation>放大的图片显示方形像素，而不是模糊的画面。</translation>
    </message>
    <message>
      <source>Enter, or Esc</source>
      <translation>Enter 或 Esc</translation>
    </message>
    <message>
      <source>Eraser</source>
      <translation>橡皮擦</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Eta</source>
      <translation>Eta</translation>
    </message>
    <message>
      <source>Even counts all of a window alike (MultiDiffusion), gaussian its middle most (Mixture of Diffusers).</source>
      <translation>“均匀”对窗口内各处一视同仁（MultiDiffusion），“高斯”偏重窗口中央（Mixture of Diffusers）。</translation>
    </message>
    <message>
      <source>Every frame as a picture.</source>
      <translation>每一帧成为一张图片。</translation>
    </message>
    <message>
      <source>Every picture of a folder is painted anew, one by one.</source>
      <translation>逐张重绘文件夹中的每张图片。</translation>
    </message>
    <message>
      <source>Everything that the graph makes is kept: a run costs nothing.</source>
      <translation>工作流的所有结果都已缓存：运行不需要计算。</translation>
    </message>
    <message>
      <source>Everything was cleared: {entries} on disk.</source>
      <translation>已全部清除：磁盘上的 {entries}。</translation>
    </message>
    <message>
      <source>Exact makes every picture as if it were alone. Shared makes all at once: faster on a GPU, more memory, and pictures differ in the last bits.</source>
      <translation>“精确”让每张图片与单独生成时完全一样。“共享”一次生成全部：在 GPU 上更快，占用更多内存，图片的末位数值会略有不同。</translation>
    </message>
    <message>
      <source>Export a copy without private data</source>
      <translation>导出不含隐私数据的副本</translation>
    </message>
    <message>
      <source>Export a copy without private data …</source>
      <translation>导出不含隐私数据的副本…</translation>
    </message>
    <message>
      <source>Expose</source>
      <translation>公开参数</translation>
    </message>
    <message>
      <source>Expose {parameter}</source>
      <translation>公开“{parameter}”</translation>
    </message>
    <message>
      <source>Expression</source>
      <translation>表达式</translation>
    </message>
    <message>
      <source>Extract</source>
      <translation>抽出</translation>
    </message>
    <message>
      <source>Factor</source>
      <translation>倍数</translation>
    </message>
    <message>
      <source>Fade</source>
      <translation>渐隐</translation>
    </message>
    <message>
      <source>Family</source>
      <translation>系列</translation>
    </message>
    <message>
      <source>Fault in the program</source>
      <translation>程序错误</translation>
    </message>
    <message>
      <source>Feather</source>
      <translation>羽化</translation>
    </message>
    <message>
      <source>Feather Mask</source>
      <translation>羽化蒙版</translation>
    </message>
    <message>
      <source>Feed the copies by what feeds their originals</source>
      <translation>让副本沿用原节点的输入</translation>
    </message>
    <message>
      <source>Fetch a model from the internet</source>
      <translation>从互联网获取模型</translation>
    </message>
    <message>
      <source>Fetch it without encryption all the same</source>
      <translation>仍以未加密方式获取</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>File name: {number:4} is the next free number with 4 places; {date}, {time} and {family} can be used too.</source>
      <translation>文件名：{number:4} 是下一个空闲的四位编号；也可使用 {date}、{time} 和 {family}。</translation>
    </message>
    <message>
      <source>File name: {number:4} is the next free number with 4 places; {date}, {time}, {width} and {height} can be used too.</source>
      <translation>文件名：{number:4} 是下一个空闲的四位编号；也可使用 {date}、{time}、{width} 和 {height}。</translation>
    </message>
    <message>
      <source>File names</source>
      <translation>文件名</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Fill</source>
      <translation>填充</translation>
    </message>
    <message>
      <source>Fill Hole</source>
      <translation>填充空洞</translation>
    </message>
    <message>
      <source>Fill a region of similar colour</source>
      <translation>填充颜色相近的区域</translation>
    </message>
    <message>
      <source>Fill what is white in a mask, so that a Sampler does not start from what shall go.</source>
      <translation>填充蒙版中的白色部分，使采样器不从应去掉的内容开始。</translation>
    </message>
    <message>
      <source>Filling</source>
      <translation>填充方式</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>查找</translation>
    </message>
    <message>
      <source>Find a &amp;command …</source>
      <translation>查找命令(&amp;C)…</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>查找命令</translation>
    </message>
    <message>
      <source>Find any action by name</source>
      <translation>按名称查找任意操作</translation>
    </message>
    <message>
      <source>Find models</source>
      <translation>查找模型</translation>
    </message>
    <message>
      <source>Find out how far everything in a picture is, for depth ControlNets and Normal Map.</source>
      <translation>找出图片中各处的远近，供深度 ControlNet 和“法线图”使用。</translation>
    </message>
    <message>
      <source>Find the rectangle around all that is white in a mask, such as for Crop.</source>
      <translation>找出包住蒙版中所有白色的矩形，例如供“裁剪”使用。</translation>
    </message>
    <message>
      <source>Firmer shapes and finer detail without any training.</source>
      <translation>形状更稳固，细节更精细，无需训练。</translation>
    </message>
    <message>
      <source>First</source>
      <translation>第一</translation>
    </message>
    <message>
      <source>First model</source>
      <translation>第一个模型</translation>
    </message>
    <message>
      <source>First prompt</source>
      <translation>第一段提示词</translation>
    </message>
    <message>
      <source>First step to do, counted from 0; for work in two parts.</source>
      <translation>要执行的第一步，从 0 数起；用于分两段进行的处理。</translation>
    </message>
    <message>
      <source>Fit</source>
      <translation>适应</translation>
    </message>
    <message>
      <source>Fixed is the same for all sizes, as SD 3 was trained; by size grows with the picture, as for Flux dev.</source>
      <translation>“固定”对所有尺寸相同，SD 3 即如此训练；“按尺寸”随图片增大，如 Flux dev。</translation>
    </message>
    <message>
      <source>FlipSigmas</source>
      <translation>翻转 Sigma</translation>
    </message>
    <message>
      <source>Float</source>
      <translation>小数</translation>
    </message>
    <message>
      <source>Float Range</source>
      <translation>小数范围</translation>
    </message>
    <message>
      <source>Flux</source>
      <translation>Flux</translation>
    </message>
    <message>
      <source>Flux paints a picture anew, after words.</source>
      <translation>Flux 按提示词重新绘制图片。</translation>
    </message>
    <message>
      <source>Flux with a ControlNet</source>
      <translation>Flux 加 ControlNet</translation>
    </message>
    <message>
      <source>Flux, image to image</source>
      <translation>Flux 图生图</translation>
    </message>
    <message>
      <source>Fold</source>
      <translation>折叠</translation>
    </message>
    <message>
      <source>Fold away what is as usual</source>
      <translation>折叠保持默认值的部分</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <source>Folder Of Pictures</source>
      <translation>文件夹中的图片</translation>
    </message>
    <message>
      <source>Folder for results</source>
      <translation>结果文件夹</translation>
    </message>
    <message>
      <source>Folder of pictures</source>
      <translation>图片文件夹</translation>
    </message>
    <message>
      <source>Folder of the results</source>
      <translation>结果的文件夹</translation>
    </message>
    <message>
      <source>Folders</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <source>Follow a prompt of its own in one part of the picture.</source>
      <translation>图片的一个部分遵循自己的提示词。</translation>
    </message>
    <message>
      <source>Follow one prompt in a part of the steps, and another one before and after.</source>
      <translation>部分步遵循一段提示词，前后遵循另一段。</translation>
    </message>
    <message>
      <source>Follow one prompt up to some step, and another one from there on.</source>
      <translation>前几步遵循一段提示词，之后遵循另一段。</translation>
    </message>
    <message>
      <source>Follow the depth</source>
      <translation>遵循深度</translation>
    </message>
    <message>
      <source>Follow the outlines</source>
      <translation>遵循轮廓</translation>
    </message>
    <message>
      <source>Follow the prompt more or less strictly from some step on.</source>
      <translation>从某一步起，更严格或更宽松地遵循提示词。</translation>
    </message>
    <message>
      <source>Follow two prompts at once: the mean of what the network says to each counts.</source>
      <translation>同时遵循两段提示词：取网络对两者预测的平均值。</translation>
    </message>
    <message>
      <source>For a single file with T5 inside: a folder with the tokenizer.json of T5, such as tokenizer_2 of a Flux model in the diffusers layout.</source>
      <translation>用于内含 T5 的单个文件：含有 T5 的 tokenizer.json 的文件夹，例如 diffusers 布局的 Flux 模型中的 tokenizer_2。</translation>
    </message>
    <message>
      <source>For by size: the logarithm of the shift at 1024 x 1024 pixels.</source>
      <translation>用于“按尺寸”：1024 x 1024 像素时偏移的对数。</translation>
    </message>
    <message>
      <source>For by size: the logarithm of the shift at 256 x 256 pixels.</source>
      <translation>用于“按尺寸”：256 x 256 像素时偏移的对数。</translation>
    </message>
    <message>
      <source>For depth</source>
      <translation>用于深度</translation>
    </message>
    <message>
      <source>For everybody who reads the mark; only with the whole graph.</source>
      <translation>读取标记的任何人都能看到；仅在写入整个工作流时有效。</translation>
    </message>
    <message>
      <source>For fixed: 1 spreads the steps evenly, 3 is usual for SD 3.</source>
      <translation>用于“固定”：1 使各步均匀分布，SD 3 通常用 3。</translation>
    </message>
    <message>
      <source>For outlines</source>
      <translation>用于轮廓</translation>
    </message>
    <message>
      <source>For selected inputs and outputs of the subgraph</source>
      <translation>作用于选中的子图输入和输出</translation>
    </message>
    <message>
      <source>For selected wires, or those that leave the selected nodes</source>
      <translation>作用于选中的连线，或从选中节点引出的连线</translation>
    </message>
    <message>
      <source>For small pictures and graphs.</source>
      <translation>适合小图片和小工作流。</translation>
    </message>
    <message>
      <source>For two pictures of one size there is Blend.</source>
      <translation>两张尺寸相同的图片可用“混合”。</translation>
    </message>
    <message>
      <source>For which kind of model they were found.</source>
      <translation>这些噪声水平适用于哪种模型。</translation>
    </message>
    <message>
      <source>Forget the subgraphs that no node stands for any more</source>
      <translation>移除不再有节点使用的子图</translation>
    </message>
    <message>
      <source>Forget this run</source>
      <translation>放弃此次运行</translation>
    </message>
    <message>
      <source>Forget what has ended</source>
      <translation>清除已结束的项</translation>
    </message>
    <message>
      <source>Forgotten when the program ends: no keyring was found</source>
      <translation>程序退出后即忘记：没有找到密钥环</translation>
    </message>
    <message>
      <source>Form</source>
      <translation>形式</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>格式</translation>
    </message>
    <message>
      <source>Format Text</source>
      <translation>格式化文本</translation>
    </message>
    <message>
      <source>Formula</source>
      <translation>公式</translation>
    </message>
    <message>
      <source>Four steps with Flux schnell</source>
      <translation>Flux schnell 四步出图</translation>
    </message>
    <message>
      <source>Four steps with an LCM</source>
      <translation>LCM 四步出图</translation>
    </message>
    <message>
      <source>Four ways to draw the outlines that a ControlNet follows.</source>
      <translation>画出 ControlNet 所遵循轮廓的四种方法。</translation>
    </message>
    <message>
      <source>Fourth</source>
      <translation>第四</translation>
    </message>
    <message>
      <source>Frame</source>
      <translation>分组框</translation>
    </message>
    <message>
      <source>Frame of the video</source>
      <translation>视频的帧</translation>
    </message>
    <message>
      <source>Frame without a title</source>
      <translation>无标题的分组框</translation>
    </message>
    <message>
      <source>Frames</source>
      <translation>帧</translation>
    </message>
    <message>
      <source>Frames a second.</source>
      <translation>每秒的帧数。</translation>
    </message>
    <message>
      <source>FreeU</source>
      <translation>FreeU</translation>
    </message>
    <message>
      <source>Fresh noise in every step of DDIM and TCD; the others do not use it.</source>
      <translation>DDIM 和 TCD 每步加入的新噪声量；其他方法不使用它。</translation>
    </message>
    <message>
      <source>From</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>From a picture</source>
      <translation>来自图片</translation>
    </message>
    <message>
      <source>From the graph to one panel after the other; Escape leads back</source>
      <translation>从工作流依次到各个面板；按 Esc 返回</translation>
    </message>
    <message>
      <source>From {low} to {high}.</source>
      <translation>从 {low} 到 {high}。</translation>
    </message>
    <message>
      <source>From {node}</source>
      <translation>来自 {node}</translation>
    </message>
    <message>
      <source>From {node}: {value}</source>
      <translation>来自 {node}：{value}</translation>
    </message>
    <message>
      <source>From {source}</source>
      <translation>来自 {source}</translation>
    </message>
    <message>
      <source>GIF</source>
      <translation>GIF</translation>
    </message>
    <message>
      <source>Gamma</source>
      <translation>伽马</translation>
    </message>
    <message>
      <source>Gap</source>
      <translation>间距</translation>
    </message>
    <message>
      <source>General</source>
      <translation>常规</translation>
    </message>
    <message>
      <source>Give a strongly guided picture back the contrast of an unguided one.</source>
      <translation>让强引导的图片恢复无引导图片的对比度。</translation>
    </message>
    <message>
      <source>Give a subgraph a definition that it shares with no other</source>
      <translation>让此子图拥有不与别处共用的定义</translation>
    </message>
    <message>
      <source>Give pictures the colours of another picture, of any size.</source>
      <translation>让图片采用另一张图片的颜色，后者尺寸不限。</translation>
    </message>
    <message>
      <source>Give the mask up (Esc)</source>
      <translation>放弃蒙版（Esc）</translation>
    </message>
    <message>
      <source>Give the second one the latent of the first, and no fresh noise.</source>
      <translation>把第一个的潜变量交给第二个，且不加入新噪声。</translation>
    </message>
    <message>
      <source>Give this one a definition of its own</source>
      <translation>让它拥有独立的定义</translation>
    </message>
    <message>
      <source>Give up a drag</source>
      <translation>放弃拖动</translation>
    </message>
    <message>
      <source>Gives</source>
      <translation>输出</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Go on from the last step that is kept</source>
      <translation>从最后一个保留的步继续</translation>
    </message>
    <message>
      <source>Go on with</source>
      <translation>继续编辑</translation>
    </message>
    <message>
      <source>Go on with the queue</source>
      <translation>继续队列</translation>
    </message>
    <message>
      <source>Go to the node</source>
      <translation>前往该节点</translation>
    </message>
    <message>
      <source>Go to the node that failed</source>
      <translation>前往失败的节点</translation>
    </message>
    <message>
      <source>Go to the node that feeds this</source>
      <translation>前往提供此值的节点</translation>
    </message>
    <message>
      <source>Go to what feeds it</source>
      <translation>前往它的来源</translation>
    </message>
    <message>
      <source>Go to {graph}</source>
      <translation>前往 {graph}</translation>
    </message>
    <message>
      <source>Goes on when it does not.</source>
      <translation>条件不成立时，由它传出。</translation>
    </message>
    <message>
      <source>Goes on when the condition holds.</source>
      <translation>条件成立时，由它传出。</translation>
    </message>
    <message>
      <source>Goes on when the first is in use.</source>
      <translation>第一个在用时，由它传出。</translation>
    </message>
    <message>
      <source>Goes on when the fourth is in use.</source>
      <translation>第四个在用时，由它传出。</translation>
    </message>
    <message>
      <source>Goes on when the second is in use.</source>
      <translation>第二个在用时，由它传出。</translation>
    </message>
    <message>
      <source>Goes on when the third is in use.</source>
      <translation>第三个在用时，由它传出。</translation>
    </message>
    <message>
      <source>Gradual goes there in a straight line from the change before, or from the first step.</source>
      <translation>“渐变”从前一次变化（或第一步）起沿直线逐渐到达。</translation>
    </message>
    <message>
      <source>Grain</source>
      <translation>颗粒</translation>
    </message>
    <message>
      <source>Graph</source>
      <translation>工作流</translation>
    </message>
    <message>
      <source>Graph files</source>
      <translation>工作流文件</translation>
    </message>
    <message>
      <source>Graphs</source>
      <translation>工作流</translation>
    </message>
    <message>
      <source>Graphs and pictures</source>
      <translation>工作流和图片</translation>
    </message>
    <message>
      <source>Graphs to begin with</source>
      <translation>入门工作流</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>绿色</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>灰色</translation>
    </message>
    <message>
      <source>Grid of the sweep</source>
      <translation>参数扫描网格</translation>
    </message>
    <message>
      <source>Grow Mask</source>
      <translation>扩展蒙版</translation>
    </message>
    <message>
      <source>Guess</source>
      <translation>猜测</translation>
    </message>
    <message>
      <source>Guidance</source>
      <translation>引导</translation>
    </message>
    <message>
      <source>Guidance Method</source>
      <translation>引导方法</translation>
    </message>
    <message>
      <source>Guidance Rescale</source>
      <translation>引导重缩放</translation>
    </message>
    <message>
      <source>Guidance Schedule</source>
      <translation>引导计划</translation>
    </message>
    <message>
      <source>Half way, the words become others.</source>
      <translation>进行到一半，提示词换成另一段。</translation>
    </message>
    <message>
      <source>Hand the input straight on</source>
      <translation>直接传递输入</translation>
    </message>
    <message>
      <source>Hard makes every place either kept or free; soft mixes by the greys of the mask; gradual lets grey places change in the last steps only, the darker the later.</source>
      <translation>“硬”使每处要么保留要么放开；“软”按蒙版的灰度混合；“渐变”只让灰色处在最后几步改变，越暗越晚。</translation>
    </message>
    <message>
      <source>Hardness</source>
      <translation>硬度</translation>
    </message>
    <message>
      <source>Height</source>
      <translation>高度</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>帮助</translation>
    </message>
    <message>
      <source>Help about the selected node</source>
      <translation>选中节点的帮助</translation>
    </message>
    <message>
      <source>Helps against burnt colours at high cfg, above all with models that predict velocity.</source>
      <translation>有助于避免高 CFG 时颜色过度，对预测 velocity 的模型尤其有效。</translation>
    </message>
    <message>
      <source>High</source>
      <translation>高阈值</translation>
    </message>
    <message>
      <source>Highlight the way of the selection</source>
      <translation>突出显示与所选相关的通路</translation>
    </message>
    <message>
      <source>History</source>
      <translation>历史</translation>
    </message>
    <message>
      <source>Hold Y, or Alt+Shift, and drag across them</source>
      <translation>按住 Y 或 Alt+Shift，划过连线</translation>
    </message>
    <message>
      <source>Hold the picture to a drawing, a depth map or a pose by a small, quick network.</source>
      <translation>用一个小而快的网络，让图片遵循线稿、深度图或姿势。</translation>
    </message>
    <message>
      <source>Hold the picture to an outline, a pose or a depth map while the Sampler works.</source>
      <translation>采样时让图片遵循轮廓、姿势或深度图。</translation>
    </message>
    <message>
      <source>How</source>
      <translation>方式</translation>
    </message>
    <message>
      <source>How brackets weigh words. A1111: (more), [less], (much more:1.4), which multiply, and BREAK starts a new window. ComfyUI: (more), (much more:1.4), where a number replaces the brackets around it. plain: brackets are text. Write \( for a bracket.</source>
      <translation>括号如何给词加权。A1111：(更强)、[更弱]、(强得多:1.4)，彼此相乘，BREAK 开始一个新窗口。ComfyUI：(更强)、(强得多:1.4)，数字取代其外层括号的权重。plain：括号就是普通文字。括号本身写作 \(。</translation>
    </message>
    <message>
      <source>How broad the edges are.</source>
      <translation>边缘的粗细。</translation>
    </message>
    <message>
      <source>How broad the lines are.</source>
      <translation>线条的粗细。</translation>
    </message>
    <message>
      <source>How broad the strokes are.</source>
      <translation>笔触的粗细。</translation>
    </message>
    <message>
      <source>How dense the mask is shown; changes nothing</source>
      <translation>蒙版显示的浓度；不改变任何内容</translation>
    </message>
    <message>
      <source>How each step is taken. Heun, DPM2 and DPM++ SDE call the network twice a step; ancestral and SDE ones add fresh noise and never settle; LCM and TCD need such a model. SD 3 and Flux were made for Euler.</source>
      <translation>每一步的计算方法。Heun、DPM2 和 DPM++ SDE 每步调用网络两次；带 ancestral 和 SDE 的加入新噪声，永不收敛；LCM 和 TCD 需要相应的模型。SD 3 和 Flux 为 Euler 而设计。</translation>
    </message>
    <message>
      <source>How far A and B differ</source>
      <translation>A 与 B 的差异大小</translation>
    </message>
    <message>
      <source>How far a colour may be from it; 1 is black against white.</source>
      <translation>颜色可与它相差的程度；1 相当于黑白之差。</translation>
    </message>
    <message>
      <source>How far a colour may be from the one clicked on</source>
      <translation>颜色与点击处可相差的程度</translation>
    </message>
    <message>
      <source>How far each is from the one before.</source>
      <translation>每个数与前一个的差。</translation>
    </message>
    <message>
      <source>How far from the left side, in pixels of the picture; below 0 it begins outside.</source>
      <translation>与左边的距离，以图片的像素计；小于 0 时从外面开始。</translation>
    </message>
    <message>
      <source>How far from the left side; below 0 it begins outside.</source>
      <translation>与左边的距离；小于 0 时从外面开始。</translation>
    </message>
    <message>
      <source>How far from the top.</source>
      <translation>与上边的距离。</translation>
    </message>
    <message>
      <source>How far inside of the mask's border the result fades in when it is pasted back.</source>
      <translation>贴回时，结果从蒙版边缘向内渐入的距离。</translation>
    </message>
    <message>
      <source>How far its border is softened: the standard deviation of a Gaussian blur.</source>
      <translation>边缘柔化的程度：高斯模糊的标准差。</translation>
    </message>
    <message>
      <source>How far neighbouring tiles blend.</source>
      <translation>相邻分块融合的宽度。</translation>
    </message>
    <message>
      <source>How far neighbouring windows overlap: more hides seams better and takes longer.</source>
      <translation>相邻窗口重叠的宽度：越宽接缝越不明显，用时也越长。</translation>
    </message>
    <message>
      <source>How far the border of the whole mask is softened</source>
      <translation>整个蒙版边缘的柔化程度</translation>
    </message>
    <message>
      <source>How far the mask fades into the picture, so that a soft seam is painted over it.</source>
      <translation>蒙版向图片渐隐的距离，柔化的接缝由此被重绘。</translation>
    </message>
    <message>
      <source>How far the sides that lie within the lower one go over into it.</source>
      <translation>位于下层之内的边向下层过渡的距离。</translation>
    </message>
    <message>
      <source>How far the softness reaches: the standard deviation of a Gaussian blur.</source>
      <translation>柔化延伸的范围：高斯模糊的标准差。</translation>
    </message>
    <message>
      <source>How far to all sides; below 0 it shrinks.</source>
      <translation>向四周扩展的距离；小于 0 时收缩。</translation>
    </message>
    <message>
      <source>How far to go from the first to the second.</source>
      <translation>从第一个到第二个走多远。</translation>
    </message>
    <message>
      <source>How far to go: 0 changes nothing.</source>
      <translation>走多远：0 不作改变。</translation>
    </message>
    <message>
      <source>How far to shift, or what to scale by.</source>
      <translation>偏移的量，或缩放的倍数。</translation>
    </message>
    <message>
      <source>How far to turn it.</source>
      <translation>旋转的角度。</translation>
    </message>
    <message>
      <source>How far to turn them.</source>
      <translation>旋转的角度。</translation>
    </message>
    <message>
      <source>How fast the video plays</source>
      <translation>视频播放的速度</translation>
    </message>
    <message>
      <source>How good it looks, 1 to 10, for the refiner; 0: 6, or 2.5 for a negative prompt.</source>
      <translation>画面的美观程度，1 到 10，供 refiner 使用；0：取 6，负面提示词取 2.5。</translation>
    </message>
    <message>
      <source>How hard it leads away; 0 switches it off.</source>
      <translation>排斥的强度；0 表示关闭。</translation>
    </message>
    <message>
      <source>How hard it pulls; 0 switches it off.</source>
      <translation>约束的强度；0 表示关闭。</translation>
    </message>
    <message>
      <source>How large it was before it was scaled; 0 x 0: as large as it is.</source>
      <translation>缩放之前的尺寸；0 x 0：与图片本身相同。</translation>
    </message>
    <message>
      <source>How large the swirls are.</source>
      <translation>漩涡的大小。</translation>
    </message>
    <message>
      <source>How many frames to take; 0 takes all that follow.</source>
      <translation>采用的帧数；0 表示其后全部。</translation>
    </message>
    <message>
      <source>How many frames: 14 or 25 by the model.</source>
      <translation>帧数：按模型为 14 或 25。</translation>
    </message>
    <message>
      <source>How many frames; motion layers overlook 16 to 32.</source>
      <translation>帧数；运动层能顾及 16 到 32 帧。</translation>
    </message>
    <message>
      <source>How many layers of the LoRA were found in the model.</source>
      <translation>LoRA 的层有多少在模型中找到。</translation>
    </message>
    <message>
      <source>How many numbers.</source>
      <translation>数的个数。</translation>
    </message>
    <message>
      <source>How many of the encoder's last layers to leave out; 0 uses all (A1111 calls that 1).</source>
      <translation>略去编码器最后的若干层；0 表示全部使用（A1111 中写作 1）。</translation>
    </message>
    <message>
      <source>How many pictures the batch has.</source>
      <translation>批次中的图片数。</translation>
    </message>
    <message>
      <source>How many pictures to make, with one seed after the other.</source>
      <translation>生成的图片数，种子依次递增。</translation>
    </message>
    <message>
      <source>How many steps to take.</source>
      <translation>执行的步数。</translation>
    </message>
    <message>
      <source>How many there are.</source>
      <translation>共有多少个。</translation>
    </message>
    <message>
      <source>How many times as large along each side.</source>
      <translation>每边放大的倍数。</translation>
    </message>
    <message>
      <source>How many times larger in the end; 0 takes what the model gives.</source>
      <translation>最终放大的倍数；0 采用模型给出的倍数。</translation>
    </message>
    <message>
      <source>How many times smaller the picture would have to be to look like this.</source>
      <translation>图片要缩小多少倍才是这个样子。</translation>
    </message>
    <message>
      <source>How many times to repeat every picture, for variations.</source>
      <translation>每张图片重复的次数，用于产生变体。</translation>
    </message>
    <message>
      <source>How many to leave out at the start.</source>
      <translation>开头略去的数量。</translation>
    </message>
    <message>
      <source>How many to open at most; 0 for all.</source>
      <translation>最多打开的数量；0 表示全部。</translation>
    </message>
    <message>
      <source>How many tokens T5 takes of the prompt, which cost time in every step; 0 takes what is usual: 256 for SD 3, 512 for Flux. Flux schnell was made for 256.</source>
      <translation>T5 从提示词中取用的词元数，每一步都会因此耗时；0 取通常的值：SD 3 为 256，Flux 为 512。Flux schnell 为 256 而设计。</translation>
    </message>
    <message>
      <source>How many videos to make, with one seed after the other.</source>
      <translation>生成的视频数，种子依次递增。</translation>
    </message>
    <message>
      <source>How much around the mask the model sees, so that the result fits in.</source>
      <translation>模型能看到蒙版周围多少内容，使结果与之协调。</translation>
    </message>
    <message>
      <source>How much crisper.</source>
      <translation>锐化的程度。</translation>
    </message>
    <message>
      <source>How much differences are brightened</source>
      <translation>差异被增亮的程度</translation>
    </message>
    <message>
      <source>How much its prompt counts there; the rest is the base prompt's.</source>
      <translation>它的提示词在此处所占的比重；其余归基础提示词。</translation>
    </message>
    <message>
      <source>How much moves.</source>
      <translation>运动的幅度。</translation>
    </message>
    <message>
      <source>How much of a GPU's memory models take. Less is slower; pictures stay the same.</source>
      <translation>模型占用多少 GPU 内存。越少越慢；图片不变。</translation>
    </message>
    <message>
      <source>How much of a GPU's memory the network takes: it can lie there whole, or its blocks or single layers come from the computer's memory one by one. Less is slower; pictures stay the same.</source>
      <translation>网络占用多少 GPU 内存：它可以整个放在其中，也可以让块或单个层从计算机内存逐个调入。越少越慢；图片不变。</translation>
    </message>
    <message>
      <source>How much of a given picture to replace; only this part of the steps is done.</source>
      <translation>给定图片被替换的程度；只执行相应比例的步。</translation>
    </message>
    <message>
      <source>How much of the picture to keep</source>
      <translation>保留图片的程度</translation>
    </message>
    <message>
      <source>How much of the second; for blend and slerp 0 is the first and 1 the second.</source>
      <translation>第二个所占的比例；对混合和 slerp，0 为第一个，1 为第二个。</translation>
    </message>
    <message>
      <source>How much of the upper picture counts.</source>
      <translation>上层图片所占的比例。</translation>
    </message>
    <message>
      <source>How much the pictures count beside the words; 0 switches it off.</source>
      <translation>图片相对于文字所占的比重；0 表示关闭。</translation>
    </message>
    <message>
      <source>How much the second one counts.</source>
      <translation>第二个所占的比重。</translation>
    </message>
    <message>
      <source>How much was cut off at the left and at the top; 0 x 0 keeps things in the middle.</source>
      <translation>左边和上边裁掉的量；0 x 0 使物体保持居中。</translation>
    </message>
    <message>
      <source>How near everything is</source>
      <translation>各处的远近</translation>
    </message>
    <message>
      <source>How often each picture is there.</source>
      <translation>每张图片出现的次数。</translation>
    </message>
    <message>
      <source>How sharp its edge is</source>
      <translation>边缘的锐利程度</translation>
    </message>
    <message>
      <source>How steep the surfaces are taken to be.</source>
      <translation>表面被视为多陡。</translation>
    </message>
    <message>
      <source>How strictly to follow the prompt against the negative one; 1 switches it off.</source>
      <translation>相对于负面提示词，遵循提示词的严格程度；1 表示关闭。</translation>
    </message>
    <message>
      <source>How strictly to follow the prompt from there on.</source>
      <translation>从该处起遵循提示词的严格程度。</translation>
    </message>
    <message>
      <source>How strictly to follow the prompt; 1 ignores the negative one and halves the time. Flux dev takes it as a number, usually 3.5; see True CFG.</source>
      <translation>遵循提示词的严格程度；1 忽略负面提示词，用时减半。Flux dev 以数值接收它，通常为 3.5；参见“真实 CFG”。</translation>
    </message>
    <message>
      <source>How strong it is in the network; below 0 it leads the other way.</source>
      <translation>在网络中的强度；小于 0 时方向相反。</translation>
    </message>
    <message>
      <source>How strong it is in the text encoders.</source>
      <translation>在文本编码器中的强度。</translation>
    </message>
    <message>
      <source>How sure the networks must be of a person and of a joint.</source>
      <translation>网络对人物和关节须有多大的把握。</translation>
    </message>
    <message>
      <source>How the two answers are combined.</source>
      <translation>两个预测如何组合。</translation>
    </message>
    <message>
      <source>How the two are mixed, as in paint programs.</source>
      <translation>两者的混合方式，与绘图软件相同。</translation>
    </message>
    <message>
      <source>How thick joints and bones are.</source>
      <translation>关节和骨骼的粗细。</translation>
    </message>
    <message>
      <source>IP-Adapter</source>
      <translation>IP-Adapter</translation>
    </message>
    <message>
      <source>If</source>
      <translation>如果</translation>
    </message>
    <message>
      <source>If it took as long, and another program is in front; 0 for never.</source>
      <translation>运行时间达到此值且窗口不在前台时通知；0 表示从不。</translation>
    </message>
    <message>
      <source>If you save over it, the other version stays among the earlier copies.</source>
      <translation>如果覆盖保存，另一个版本会保留在较早的副本中。</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>图像</translation>
    </message>
    <message>
      <source>Image From Mask</source>
      <translation>蒙版转图像</translation>
    </message>
    <message>
      <source>Image Guidance</source>
      <translation>图像引导</translation>
    </message>
    <message>
      <source>Image Prompt</source>
      <translation>图像提示</translation>
    </message>
    <message>
      <source>Image Size</source>
      <translation>图像尺寸</translation>
    </message>
    <message>
      <source>Image encoder</source>
      <translation>图像编码器</translation>
    </message>
    <message>
      <source>Image prompt</source>
      <translation>图像提示</translation>
    </message>
    <message>
      <source>Image to image</source>
      <translation>图生图</translation>
    </message>
    <message>
      <source>Image to video</source>
      <translation>图生视频</translation>
    </message>
    <message>
      <source>ImageEncoder</source>
      <translation>图像编码器</translation>
    </message>
    <message>
      <source>ImagePrompt</source>
      <translation>图像提示</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>图像</translation>
    </message>
    <message>
      <source>In every step it looks through one window after the other, and where they overlap the mean
counts. Keeps a picture of any size in memory, and each window of the size that the model knows.</source>
      <translation>每一步中逐个通过窗口观察，重叠处取平均值。任意尺寸的图片都能放进内存，而每个窗口都是模型所熟悉的尺寸。</translation>
    </message>
    <message>
      <source>In ink lines</source>
      <translation>墨线风格</translation>
    </message>
    <message>
      <source>In memory</source>
      <translation>内存中</translation>
    </message>
    <message>
      <source>In prompts write the word, &lt;word&gt; or embedding:word. A word of several vectors takes as many
tokens. Only .safetensors files are read.</source>
      <translation>在提示词中写这个词、&lt;word&gt; 或 embedding:word。含多个向量的词占用同样多的词元。只读取 .safetensors 文件。</translation>
    </message>
    <message>
      <source>In stained glass</source>
      <translation>彩绘玻璃风格</translation>
    </message>
    <message>
      <source>In the terms of the IPTC. Marks that pictures brought along are kept in any case.</source>
      <translation>采用 IPTC 的术语。图片原有的标记始终保留。</translation>
    </message>
    <message>
      <source>In which the program speaks.</source>
      <translation>程序界面使用的语言。</translation>
    </message>
    <message>
      <source>In {file}, {where} must be {expected}, not {found}: correct it in a text editor.</source>
      <translation>{file} 中的 {where} 必须是{expected}，而不是 {found}：请用文本编辑器改正。</translation>
    </message>
    <message>
      <source>Index</source>
      <translation>序号</translation>
    </message>
    <message>
      <source>Ink lines</source>
      <translation>墨线</translation>
    </message>
    <message>
      <source>Inpaint</source>
      <translation>局部重绘</translation>
    </message>
    <message>
      <source>Inpaint Hint</source>
      <translation>局部重绘提示图</translation>
    </message>
    <message>
      <source>Inpaint Latent</source>
      <translation>局部重绘潜变量</translation>
    </message>
    <message>
      <source>Inpaint at full resolution</source>
      <translation>以全分辨率局部重绘</translation>
    </message>
    <message>
      <source>Inpaint with a model made for it</source>
      <translation>用专用模型局部重绘</translation>
    </message>
    <message>
      <source>InpaintModelConditioning</source>
      <translation>局部重绘模型条件</translation>
    </message>
    <message>
      <source>Inpainting models, which see the picture around the mask, need this node. With any other model
it does what VAE Encode and Latent Mask do.</source>
      <translation>局部重绘模型能看到蒙版周围的图片，需要此节点。对其他任何模型，它的作用等同于“VAE 编码”加“潜变量蒙版”。</translation>
    </message>
    <message>
      <source>Inputs</source>
      <translation>输入</translation>
    </message>
    <message>
      <source>Inputs are called a, b, c and d; only those that the formula uses are needed. Besides + - * /
// % ** and comparisons there are min, max, clamp, mix, snap, round, floor, ceil, abs, sqrt,
exp, log, sin, cos, tan, pi, number, text, length, lower and upper. snap(a, 8) is the nearest
multiple of 8.</source>
      <translation>输入名为 a、b、c 和 d；只需要公式用到的那些。除 + - * / // % ** 和比较之外，还有 min、max、clamp、mix、snap、round、floor、ceil、abs、sqrt、exp、log、sin、cos、tan、pi、number、text、length、lower 和 upper。snap(a, 8) 是最接近的 8 的倍数。</translation>
    </message>
    <message>
      <source>Insert</source>
      <translation>插入</translation>
    </message>
    <message>
      <source>Insert into a wire</source>
      <translation>插入到连线中</translation>
    </message>
    <message>
      <source>Inside</source>
      <translation>内侧</translation>
    </message>
    <message>
      <source>Inside keeps black what is black, outside keeps white what is white; both fades around the middle of the border.</source>
      <translation>“内侧”保持黑色处为黑，“外侧”保持白色处为白；“两侧”在边缘两侧渐隐。</translation>
    </message>
    <message>
      <source>Inspector</source>
      <translation>检查器</translation>
    </message>
    <message>
      <source>InstructPix2Pix</source>
      <translation>InstructPix2Pix</translation>
    </message>
    <message>
      <source>Instructions</source>
      <translation>指令</translation>
    </message>
    <message>
      <source>Integer</source>
      <translation>整数</translation>
    </message>
    <message>
      <source>Into the large picture</source>
      <translation>放回大图片</translation>
    </message>
    <message>
      <source>Invert</source>
      <translation>反相</translation>
    </message>
    <message>
      <source>Invert Mask</source>
      <translation>反转蒙版</translation>
    </message>
    <message>
      <source>Invert the mask</source>
      <translation>反转蒙版</translation>
    </message>
    <message>
      <source>It can be left unconnected.</source>
      <translation>可以不连接。</translation>
    </message>
    <message>
      <source>It ends at {end}, before it starts at {start}: raise end or lower start.</source>
      <translation>它在 {end} 结束，早于开始的 {start}：请提高终点或降低起点。</translation>
    </message>
    <message>
      <source>It has not run yet.</source>
      <translation>尚未运行。</translation>
    </message>
    <message>
      <source>It is a .safetensors file or a folder in the diffusers layout, and must be of the family of the
model that it leads.</source>
      <translation>这是一个 .safetensors 文件或 diffusers 布局的文件夹，且必须与它所控制的模型属于同一系列。</translation>
    </message>
    <message>
      <source>It is a .safetensors file, a folder in the diffusers layout, or a whole checkpoint, of which
only the VAE is taken. Files do not say for which family a VAE is: choose it where that is asked
for.</source>
      <translation>这是一个 .safetensors 文件、diffusers 布局的文件夹，或完整的大模型（checkpoint，只取其中的 VAE）。文件没有写明 VAE 属于哪个系列：请在需要时选择。</translation>
    </message>
    <message>
      <source>It is a folder in the diffusers layout with weights as .safetensors, and must be of the family
of the model that it leads.</source>
      <translation>这是一个 diffusers 布局的文件夹，权重为 .safetensors，且必须与它所控制的模型属于同一系列。</translation>
    </message>
    <message>
      <source>It is a folder in the diffusers layout with weights as .safetensors.</source>
      <translation>这是一个 diffusers 布局的文件夹，权重为 .safetensors。</translation>
    </message>
    <message>
      <source>It is a folder with config.json and weights as .safetensors, as it comes with IP-Adapters
(``image_encoder``). Plain SDXL adapters take the larger of the two that there are.</source>
      <translation>这是一个含有 config.json 的文件夹，权重为 .safetensors，随 IP-Adapter 提供（``image_encoder``）。普通的 SDXL 适配器使用两者中较大的一个。</translation>
    </message>
    <message>
      <source>It is on the clipboard.</source>
      <translation>已复制到剪贴板。</translation>
    </message>
    <message>
      <source>It is one .safetensors file. Its usual kinds are understood: plain, plus (finer) and full face.</source>
      <translation>这是一个 .safetensors 文件。可识别常见的几种：plain、plus（更精细）和 full-face。</translation>
    </message>
    <message>
      <source>It looks at its picture once, not in every step as a ControlNet does. Chain any number, and
ControlNets and IP-Adapters with them: what steers before goes into *control*.</source>
      <translation>它只看一次图片，而不像 ControlNet 那样每一步都看。可串联任意多个，也可与 ControlNet 和 IP-Adapter 串联：前面起控制作用的接入 *control*。</translation>
    </message>
    <message>
      <source>It takes a single .safetensors file of ESRGAN, SwinIR, DAT or one of forty other architectures.
Needs the extra ``upscalers``.</source>
      <translation>接受 ESRGAN、SwinIR、DAT 或其他四十种架构的单个 .safetensors 文件。需要附加组件 ``upscalers``。</translation>
    </message>
    <message>
      <source>It takes any number of wires.</source>
      <translation>可接任意多条连线。</translation>
    </message>
    <message>
      <source>It took {time}.</source>
      <translation>用时 {time}。</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>项</translation>
    </message>
    <message>
      <source>Items</source>
      <translation>项</translation>
    </message>
    <message>
      <source>Its height in pixels.</source>
      <translation>以像素计的高度。</translation>
    </message>
    <message>
      <source>Its text encoders.</source>
      <translation>它的文本编码器。</translation>
    </message>
    <message>
      <source>Its width and height; for Crop.</source>
      <translation>它的宽和高；供“裁剪”使用。</translation>
    </message>
    <message>
      <source>Its width in pixels.</source>
      <translation>以像素计的宽度。</translation>
    </message>
    <message>
      <source>JPEG</source>
      <translation>JPEG</translation>
    </message>
    <message>
      <source>Join Images</source>
      <translation>合并图像</translation>
    </message>
    <message>
      <source>Join Latents</source>
      <translation>合并潜变量</translation>
    </message>
    <message>
      <source>Join List</source>
      <translation>合并列表</translation>
    </message>
    <message>
      <source>Join Text</source>
      <translation>合并文本</translation>
    </message>
    <message>
      <source>Jump to the &amp;last frame</source>
      <translation>跳到最后一帧(&amp;L)</translation>
    </message>
    <message>
      <source>KSampler</source>
      <translation>K 采样器</translation>
    </message>
    <message>
      <source>KarrasScheduler</source>
      <translation>Karras 调度器</translation>
    </message>
    <message>
      <source>Keep it</source>
      <translation>保留</translation>
    </message>
    <message>
      <source>Keep more or less of the picture that an InstructPix2Pix model changes.</source>
      <translation>对 InstructPix2Pix 模型要更改的图片，保留得更多或更少。</translation>
    </message>
    <message>
      <source>Keep results on disk</source>
      <translation>把结果保存在磁盘上</translation>
    </message>
    <message>
      <source>Keep the network's weights in 8 bits: half the memory, and pictures differ a little. Needed where they would fill the computer's memory.</source>
      <translation>以 8 位保存网络的权重：内存减半，图片略有差异。权重会占满计算机内存时需要这样做。</translation>
    </message>
    <message>
      <source>Keep unsaved graphs</source>
      <translation>保留未保存的工作流</translation>
    </message>
    <message>
      <source>Kept bloc&amp;ks</source>
      <translation>已保存的组件(&amp;K)</translation>
    </message>
    <message>
      <source>Kept in the keyring of the system</source>
      <translation>保存在系统的密钥环中</translation>
    </message>
    <message>
      <source>Key of {action}</source>
      <translation>“{action}”的快捷键</translation>
    </message>
    <message>
      <source>Keyboard to the next pa&amp;nel</source>
      <translation>键盘移到下一个面板(&amp;N)</translation>
    </message>
    <message>
      <source>Keyboard to the panel &amp;before</source>
      <translation>键盘移到上一个面板(&amp;B)</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>快捷键</translation>
    </message>
    <message>
      <source>Kind of model</source>
      <translation>模型的类型</translation>
    </message>
    <message>
      <source>Kinds of outlines</source>
      <translation>轮廓的种类</translation>
    </message>
    <message>
      <source>Lanczos is sharpest; nearest keeps hard pixels.</source>
      <translation>Lanczos 最清晰；nearest 保留硬边像素。</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Language, colours, keys, folders, and what is kept</source>
      <translation>语言、颜色、按键、文件夹，以及保留的结果</translation>
    </message>
    <message>
      <source>Large picture with a hole</source>
      <translation>有挖空的大图片</translation>
    </message>
    <message>
      <source>Larger</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Larger and finer files for JPEG and WebP; WebP keeps every pixel at 100.</source>
      <translation>值越大，JPEG 和 WebP 文件越大、越精细；WebP 为 100 时保留每个像素。</translation>
    </message>
    <message>
      <source>Larger and finer files; GIF and PNG do not use it.</source>
      <translation>值越大，文件越大、越精细；GIF 和 PNG 不使用它。</translation>
    </message>
    <message>
      <source>Larger brush</source>
      <translation>增大画笔</translation>
    </message>
    <message>
      <source>Last</source>
      <translation>最后</translation>
    </message>
    <message>
      <source>Last run</source>
      <translation>上次运行</translation>
    </message>
    <message>
      <source>Last time</source>
      <translation>上次</translation>
    </message>
    <message>
      <source>Last value: {value}</source>
      <translation>上次的值：{value}</translation>
    </message>
    <message>
      <source>Latent</source>
      <translation>潜变量</translation>
    </message>
    <message>
      <source>Latent Loom</source>
      <translation>Latent Loom</translation>
    </message>
    <message>
      <source>Latent Loom {version}</source>
      <translation>Latent Loom {version}</translation>
    </message>
    <message>
      <source>Latent Mask</source>
      <translation>潜变量蒙版</translation>
    </message>
    <message>
      <source>Latent Math</source>
      <translation>潜变量运算</translation>
    </message>
    <message>
      <source>Latent composite</source>
      <translation>潜变量合成</translation>
    </message>
    <message>
      <source>LatentBatch</source>
      <translation>潜变量批次</translation>
    </message>
    <message>
      <source>LatentComposite</source>
      <translation>潜变量合成</translation>
    </message>
    <message>
      <source>LatentCrop</source>
      <translation>潜变量裁剪</translation>
    </message>
    <message>
      <source>LatentFromBatch</source>
      <translation>从批次取潜变量</translation>
    </message>
    <message>
      <source>Latents</source>
      <translation>潜变量</translation>
    </message>
    <message>
      <source>Latents of videos cannot be laid on each other: lay the frames as pictures, and encode the video that they make.</source>
      <translation>视频的潜变量不能相互叠放：请以图片叠放各帧，再编码由它们制成的视频。</translation>
    </message>
    <message>
      <source>Lay a picture on another one at any place; what stands over is cut off.</source>
      <translation>把一张图片放到另一张的任意位置；超出的部分被裁去。</translation>
    </message>
    <message>
      <source>Lay one latent on another, at any place and with soft edges.</source>
      <translation>把一个潜变量放到另一个的任意位置，边缘可柔化。</translation>
    </message>
    <message>
      <source>Lay one picture over another of the same size.</source>
      <translation>把一张图片叠在另一张相同尺寸的图片上。</translation>
    </message>
    <message>
      <source>Lay out &amp;everything</source>
      <translation>整理全部(&amp;E)</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>层</translation>
    </message>
    <message>
      <source>Lead a wire through a dot</source>
      <translation>让连线经过转接点</translation>
    </message>
    <message>
      <source>Lead the picture away from what the model would make with parts of it weakened.</source>
      <translation>让图片远离模型在部分被削弱时会画出的结果。</translation>
    </message>
    <message>
      <source>Lead through a &amp;dot</source>
      <translation>经过转接点(&amp;D)</translation>
    </message>
    <message>
      <source>Learnt word</source>
      <translation>学得的词</translation>
    </message>
    <message>
      <source>Least</source>
      <translation>最小</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>左</translation>
    </message>
    <message>
      <source>Left part</source>
      <translation>左侧部分</translation>
    </message>
    <message>
      <source>Left region</source>
      <translation>左侧区域</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>长度</translation>
    </message>
    <message>
      <source>Less of it</source>
      <translation>减弱</translation>
    </message>
    <message>
      <source>Let a U-Net draw with a stronger hand: firmer shapes and finer detail, without training.</source>
      <translation>让 U-Net 下笔更有力：形状更稳固，细节更精细，无需训练。</translation>
    </message>
    <message>
      <source>Let a model make large pictures through windows that overlap.</source>
      <translation>让模型通过重叠的窗口生成大图片。</translation>
    </message>
    <message>
      <source>Let a model that takes cfg as a number, such as Flux dev, also mind the negative prompt.</source>
      <translation>让以数值接收 CFG 的模型（如 Flux dev）也顾及负面提示词。</translation>
    </message>
    <message>
      <source>Let happen everywhere what the mask kept out, and the other way round.</source>
      <translation>把蒙版排除的地方全部放开，放开的地方全部排除。</translation>
    </message>
    <message>
      <source>Let it find out what the picture shows even without a prompt: only the positive prompt is led, and the outer layers less. Goes well with a cfg from 3 to 5.</source>
      <translation>让它即使没有提示词也能看出图片的内容：只控制正面提示词，外层的作用较弱。适合 3 到 5 的 CFG。</translation>
    </message>
    <message>
      <source>Let it read them</source>
      <translation>允许读取</translation>
    </message>
    <message>
      <source>Let one model begin a picture, and another one finish it, as a refiner does.</source>
      <translation>让一个模型开始绘制，由另一个完成，如同 refiner。</translation>
    </message>
    <message>
      <source>Let one of two inputs go on, as *condition* says; what feeds the other is not computed.</source>
      <translation>按 *condition* 让两个输入之一通过；另一个的来源不会计算。</translation>
    </message>
    <message>
      <source>Let one of up to four inputs go on; what feeds the others is not computed.</source>
      <translation>让四个输入中的一个通过；其余输入的来源不会计算。</translation>
    </message>
    <message>
      <source>Let pictures flow into themselves, for shuffle ControlNets, which take their style.</source>
      <translation>让图片自身流动变形，供采用其风格的打乱 ControlNet 使用。</translation>
    </message>
    <message>
      <source>Let the Sampler follow pictures as it follows the words of the prompt.</source>
      <translation>让采样器像遵循提示词的文字那样遵循图片。</translation>
    </message>
    <message>
      <source>Let the Sampler repaint only what is white in the mask.</source>
      <translation>让采样器只重绘蒙版中的白色部分。</translation>
    </message>
    <message>
      <source>Let the border of a mask fade out evenly, on the side that you choose.</source>
      <translation>让蒙版的边缘在所选的一侧均匀渐隐。</translation>
    </message>
    <message>
      <source>Let the graph as it is now wait for its turn</source>
      <translation>让当前的工作流排队等候</translation>
    </message>
    <message>
      <source>Let the network see the words of two prompts at once, the second ones behind the first.</source>
      <translation>让网络同时看到两段提示词的文字，第二段接在第一段之后。</translation>
    </message>
    <message>
      <source>Levels</source>
      <translation>级别</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Limit</source>
      <translation>上限</translation>
    </message>
    <message>
      <source>Line Drawing</source>
      <translation>线稿</translation>
    </message>
    <message>
      <source>Line, side, difference, all</source>
      <translation>划线、并排、差异、全部</translation>
    </message>
    <message>
      <source>List</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>List Length</source>
      <translation>列表长度</translation>
    </message>
    <message>
      <source>List numbers at equal distances between two, both of them included.</source>
      <translation>列出两数之间等距的数，包含两端。</translation>
    </message>
    <message>
      <source>List whole numbers, such as 0, 1, 2: what follows runs once for each.</source>
      <translation>列出整数，如 0, 1, 2：后面的节点对每个数各运行一次。</translation>
    </message>
    <message>
      <source>Lists</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>LoRA</source>
      <translation>LoRA</translation>
    </message>
    <message>
      <source>Load ControlNet</source>
      <translation>加载 ControlNet</translation>
    </message>
    <message>
      <source>Load IP-Adapter</source>
      <translation>加载 IP-Adapter</translation>
    </message>
    <message>
      <source>Load Image</source>
      <translation>加载图像</translation>
    </message>
    <message>
      <source>Load Image Encoder</source>
      <translation>加载图像编码器</translation>
    </message>
    <message>
      <source>Load Latent</source>
      <translation>加载潜变量</translation>
    </message>
    <message>
      <source>Load Model</source>
      <translation>加载模型</translation>
    </message>
    <message>
      <source>Load Motion Adapter</source>
      <translation>加载运动适配器</translation>
    </message>
    <message>
      <source>Load T2I-Adapter</source>
      <translation>加载 T2I-Adapter</translation>
    </message>
    <message>
      <source>Load Text Encoders</source>
      <translation>加载文本编码器</translation>
    </message>
    <message>
      <source>Load VAE</source>
      <translation>加载 VAE</translation>
    </message>
    <message>
      <source>Load Video</source>
      <translation>加载视频</translation>
    </message>
    <message>
      <source>Load Video Model</source>
      <translation>加载视频模型</translation>
    </message>
    <message>
      <source>Load the other version</source>
      <translation>载入另一个版本</translation>
    </message>
    <message>
      <source>Loading the engine …</source>
      <translation>正在加载引擎…</translation>
    </message>
    <message>
      <source>Long prompts, and guidance as a number.</source>
      <translation>长提示词，以及以数值表示的引导。</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>查看</translation>
    </message>
    <message>
      <source>Look again for models</source>
      <translation>重新查找模型</translation>
    </message>
    <message>
      <source>Look at slot 1</source>
      <translation>查看槽位 1</translation>
    </message>
    <message>
      <source>Look at slot 2</source>
      <translation>查看槽位 2</translation>
    </message>
    <message>
      <source>Look at slot 3</source>
      <translation>查看槽位 3</translation>
    </message>
    <message>
      <source>Look at slot 4</source>
      <translation>查看槽位 4</translation>
    </message>
    <message>
      <source>Look at slot 5</source>
      <translation>查看槽位 5</translation>
    </message>
    <message>
      <source>Look at slot 6</source>
      <translation>查看槽位 6</translation>
    </message>
    <message>
      <source>Look at slot 7</source>
      <translation>查看槽位 7</translation>
    </message>
    <message>
      <source>Look at slot 8</source>
      <translation>查看槽位 8</translation>
    </message>
    <message>
      <source>Look at slot 9</source>
      <translation>查看槽位 9</translation>
    </message>
    <message>
      <source>Look at what is new</source>
      <translation>查看新结果</translation>
    </message>
    <message>
      <source>Look for models in one more folder</source>
      <translation>在另一个文件夹中查找模型</translation>
    </message>
    <message>
      <source>Looked through besides {folder}.</source>
      <translation>除 {folder} 外，还会在这里查找。</translation>
    </message>
    <message>
      <source>Looking for models in {folder} …</source>
      <translation>正在 {folder} 中查找模型…</translation>
    </message>
    <message>
      <source>Looking through the model folders …</source>
      <translation>正在查找模型文件夹…</translation>
    </message>
    <message>
      <source>Looks</source>
      <translation>美观度</translation>
    </message>
    <message>
      <source>Loop, bac&amp;k and forth, or once</source>
      <translation>循环、往返或只播一次(&amp;K)</translation>
    </message>
    <message>
      <source>Low</source>
      <translation>低阈值</translation>
    </message>
    <message>
      <source>MP4</source>
      <translation>MP4</translation>
    </message>
    <message>
      <source>MP4 plays everywhere; WebP and GIF are pictures that move; PNG: frames.</source>
      <translation>MP4 到处都能播放；WebP 和 GIF 是会动的图片；PNG：单独的帧。</translation>
    </message>
    <message>
      <source>Made for {model}</source>
      <translation>为 {model} 制作</translation>
    </message>
    <message>
      <source>Main</source>
      <translation>主工作流</translation>
    </message>
    <message>
      <source>Make .safetensors of weights in a .ckpt, .pt or .bin, without running what is in it</source>
      <translation>把 .ckpt、.pt 或 .bin 中的权重转成 .safetensors，不运行其中的内容</translation>
    </message>
    <message>
      <source>Make Video</source>
      <translation>制作视频</translation>
    </message>
    <message>
      <source>Make a mask of everything that has about one colour.</source>
      <translation>把颜色大致相同的部分全部作为蒙版。</translation>
    </message>
    <message>
      <source>Make a picture the start of a video by Stable Video Diffusion.</source>
      <translation>把图片作为 Stable Video Diffusion 视频的开头。</translation>
    </message>
    <message>
      <source>Make a subgraph</source>
      <translation>创建子图</translation>
    </message>
    <message>
      <source>Make edges of pictures crisper.</source>
      <translation>让图片的边缘更锐利。</translation>
    </message>
    <message>
      <source>Make greys of a mask white where they lie in a range, and black elsewhere.</source>
      <translation>让蒙版中某一范围的灰度变白，其余变黑。</translation>
    </message>
    <message>
      <source>Make it again (Ctrl+Shift+Z)</source>
      <translation>重做（Ctrl+Shift+Z）</translation>
    </message>
    <message>
      <source>Make one mask of several, in the order of their wires.</source>
      <translation>按连线顺序把多个蒙版合成一个。</translation>
    </message>
    <message>
      <source>Make one thing of a list: a batch of pictures, masks or latents, or one text.</source>
      <translation>把列表合成一个整体：图片、蒙版或潜变量的批次，或一段文本。</translation>
    </message>
    <message>
      <source>Make only what the selected nodes need</source>
      <translation>只计算选中节点所需的内容</translation>
    </message>
    <message>
      <source>Make pictures black and white without greys, for ControlNets for brightness or lines.</source>
      <translation>把图片变成没有灰色的黑白，供亮度或线条 ControlNet 使用。</translation>
    </message>
    <message>
      <source>Make pictures larger with a network that draws the missing details.</source>
      <translation>用能补出缺失细节的网络把图片放大。</translation>
    </message>
    <message>
      <source>Make pictures soft.</source>
      <translation>使图片柔和。</translation>
    </message>
    <message>
      <source>Make pictures some times as large, or as small; for a certain size there is Resize.</source>
      <translation>按倍数放大或缩小图片；要得到指定尺寸请用“缩放”。</translation>
    </message>
    <message>
      <source>Make the frame narrower</source>
      <translation>收窄分组框</translation>
    </message>
    <message>
      <source>Make the frame shorter</source>
      <translation>降低分组框</translation>
    </message>
    <message>
      <source>Make the frame taller</source>
      <translation>增高分组框</translation>
    </message>
    <message>
      <source>Make the frame wider</source>
      <translation>加宽分组框</translation>
    </message>
    <message>
      <source>Make the subgraph unique</source>
      <translation>使子图独立</translation>
    </message>
    <message>
      <source>Make the white part of a mask wider or narrower.</source>
      <translation>把蒙版的白色部分扩大或缩小。</translation>
    </message>
    <message>
      <source>Make u&amp;nique</source>
      <translation>设为独立(&amp;N)</translation>
    </message>
    <message>
      <source>ManualSigmas</source>
      <translation>手动 Sigma</translation>
    </message>
    <message>
      <source>Margin</source>
      <translation>边距</translation>
    </message>
    <message>
      <source>Mark as favourite</source>
      <translation>标记为收藏</translation>
    </message>
    <message>
      <source>Mark generated pictures</source>
      <translation>标记生成的图片</translation>
    </message>
    <message>
      <source>Mark in a picture what is to be painted, for inpainting ControlNets of SD 1.</source>
      <translation>在图片中标出要重绘的部分，供 SD 1 的局部重绘 ControlNet 使用。</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>蒙版</translation>
    </message>
    <message>
      <source>Mask Box</source>
      <translation>蒙版边框</translation>
    </message>
    <message>
      <source>Mask From Colour</source>
      <translation>颜色转蒙版</translation>
    </message>
    <message>
      <source>Mask From Image</source>
      <translation>图像转蒙版</translation>
    </message>
    <message>
      <source>Masks</source>
      <translation>蒙版</translation>
    </message>
    <message>
      <source>Match Colours</source>
      <translation>匹配颜色</translation>
    </message>
    <message>
      <source>Mean and spread keeps gradients smooth; histogram takes over every shade.</source>
      <translation>“均值与离散”使渐变保持平滑；“直方图”照搬每个色阶。</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>内存</translation>
    </message>
    <message>
      <source>Memory, at most</source>
      <translation>内存上限</translation>
    </message>
    <message>
      <source>Menu of what is &amp;selected</source>
      <translation>所选内容的菜单(&amp;S)</translation>
    </message>
    <message>
      <source>Merge Models</source>
      <translation>合并模型</translation>
    </message>
    <message>
      <source>Merge models</source>
      <translation>合并模型</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>方法</translation>
    </message>
    <message>
      <source>Middle button, or hold Space and drag</source>
      <translation>按住中键，或按住空格键拖动</translation>
    </message>
    <message>
      <source>Minimap</source>
      <translation>小地图</translation>
    </message>
    <message>
      <source>Mirror</source>
      <translation>镜像</translation>
    </message>
    <message>
      <source>Mirror a latent, and turn it by quarters.</source>
      <translation>镜像潜变量，并以四分之一圈为单位旋转。</translation>
    </message>
    <message>
      <source>Mirror pictures, and turn them by quarters.</source>
      <translation>镜像图片，并以四分之一圈为单位旋转。</translation>
    </message>
    <message>
      <source>Mix Noise</source>
      <translation>混合噪声</translation>
    </message>
    <message>
      <source>Mix the numbers of two encoded prompts, for something between them.</source>
      <translation>混合两段已编码提示词的数值，得到介于两者之间的结果。</translation>
    </message>
    <message>
      <source>Mix the weights of two models, or add to one what another one has learnt.</source>
      <translation>混合两个模型的权重，或把另一个模型学到的内容加到一个模型上。</translation>
    </message>
    <message>
      <source>Mixture of Diffusers</source>
      <translation>Mixture of Diffusers</translation>
    </message>
    <message>
      <source>Mode</source>
      <translation>模式</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>Model Schedule</source>
      <translation>模型计划</translation>
    </message>
    <message>
      <source>Model for instructions</source>
      <translation>指令模型</translation>
    </message>
    <message>
      <source>ModelSamplingFlux</source>
      <translation>Flux 模型采样</translation>
    </message>
    <message>
      <source>ModelSamplingSD3</source>
      <translation>SD3 模型采样</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>More draws weaker outlines too.</source>
      <translation>值越大，较弱的轮廓也会画出。</translation>
    </message>
    <message>
      <source>More keeps closer to the picture; below 1 the Sampler follows the prompt plainly.</source>
      <translation>值越大，越接近图片；小于 1 时，采样器只按提示词进行。</translation>
    </message>
    <message>
      <source>More lets weaker lines turn white.</source>
      <translation>值越大，较弱的线条也会变白。</translation>
    </message>
    <message>
      <source>More models</source>
      <translation>更多模型</translation>
    </message>
    <message>
      <source>More shows fine structure, less only the large shapes.</source>
      <translation>值越大，显示越精细的结构；越小则只显示大的形状。</translation>
    </message>
    <message>
      <source>More steps take longer and add detail.</source>
      <translation>步数越多，用时越长，细节越多。</translation>
    </message>
    <message>
      <source>More to do with the picture</source>
      <translation>图片的更多操作</translation>
    </message>
    <message>
      <source>Most</source>
      <translation>最大</translation>
    </message>
    <message>
      <source>Motion</source>
      <translation>运动</translation>
    </message>
    <message>
      <source>Motion adapter</source>
      <translation>运动适配器</translation>
    </message>
    <message>
      <source>Motion layers are for SD 1 and SDXL, but the model is {family}: choose a model of these.</source>
      <translation>运动层适用于 SD 1 和 SDXL，但模型是 {family}：请选择属于这些系列的模型。</translation>
    </message>
    <message>
      <source>Motion layers let a model of pictures make a short video.</source>
      <translation>运动层让生成图片的模型制作短视频。</translation>
    </message>
    <message>
      <source>MotionAdapter</source>
      <translation>运动适配器</translation>
    </message>
    <message>
      <source>Move</source>
      <translation>移动</translation>
    </message>
    <message>
      <source>Move all wires of a socket</source>
      <translation>移动端口的所有连线</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>下移</translation>
    </message>
    <message>
      <source>Move it here</source>
      <translation>移到这里</translation>
    </message>
    <message>
      <source>Move over the canvas</source>
      <translation>移动画布</translation>
    </message>
    <message>
      <source>Move the file to the &amp;trash</source>
      <translation>把文件移到回收站(&amp;T)</translation>
    </message>
    <message>
      <source>Move the file to the trash</source>
      <translation>把文件移到回收站</translation>
    </message>
    <message>
      <source>Move the results that are kept?</source>
      <translation>移动缓存的结果？</translation>
    </message>
    <message>
      <source>Move to the &amp;trash</source>
      <translation>移到回收站(&amp;T)</translation>
    </message>
    <message>
      <source>Move to the left</source>
      <translation>左移</translation>
    </message>
    <message>
      <source>Move to the right</source>
      <translation>右移</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>上移</translation>
    </message>
    <message>
      <source>MultiDiffusion</source>
      <translation>MultiDiffusion</translation>
    </message>
    <message>
      <source>Multiple</source>
      <translation>整倍数</translation>
    </message>
    <message>
      <source>Mute</source>
      <translation>禁用</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Name of the folder or file: {number:3} is the next free number with 3 places; {date} and {time} can be used too.</source>
      <translation>文件夹或文件的名称：{number:3} 是下一个空闲的三位编号；也可使用 {date} 和 {time}。</translation>
    </message>
    <message>
      <source>Name of this subgraph</source>
      <translation>此子图的名称</translation>
    </message>
    <message>
      <source>Name or path of a model</source>
      <translation>模型的名称或路径</translation>
    </message>
    <message>
      <source>Names</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Nearest repeats places; bicubic is smoothest; area is meant for smaller sizes.</source>
      <translation>Nearest 重复各处的值；bicubic 最平滑；“面积”适合缩小。</translation>
    </message>
    <message>
      <source>Negative</source>
      <translation>负面条件</translation>
    </message>
    <message>
      <source>Negative prompt</source>
      <translation>负面提示词</translation>
    </message>
    <message>
      <source>Negative prompt for the base</source>
      <translation>底模的负面提示词</translation>
    </message>
    <message>
      <source>Negative prompt for the refiner</source>
      <translation>refiner 的负面提示词</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>网络</translation>
    </message>
    <message>
      <source>Network that makes frames; for the Sampler.</source>
      <translation>生成帧的网络；供采样器使用。</translation>
    </message>
    <message>
      <source>Network that predicts the noise.</source>
      <translation>预测噪声的网络。</translation>
    </message>
    <message>
      <source>Network that predicts the noise; for the Sampler.</source>
      <translation>预测噪声的网络；供采样器使用。</translation>
    </message>
    <message>
      <source>Networks of yours find people, their joints, and what is where.</source>
      <translation>用您的网络找出人物、关节，以及各处是什么。</translation>
    </message>
    <message>
      <source>New input</source>
      <translation>新输入</translation>
    </message>
    <message>
      <source>New output</source>
      <translation>新输出</translation>
    </message>
    <message>
      <source>New seed</source>
      <translation>新种子</translation>
    </message>
    <message>
      <source>New seeds</source>
      <translation>新种子</translation>
    </message>
    <message>
      <source>Next &amp;wire of the node</source>
      <translation>节点的下一条连线(&amp;W)</translation>
    </message>
    <message>
      <source>Next picture of the batch</source>
      <translation>批次中的下一张图片</translation>
    </message>
    <message>
      <source>No IP-Adapter can be used with {family} here: take it out of what steers.</source>
      <translation>{family} 在此不能使用 IP-Adapter：请从控制中移除它。</translation>
    </message>
    <message>
      <source>No favourite any more</source>
      <translation>取消收藏</translation>
    </message>
    <message>
      <source>No folder is chosen: choose the one that holds the pictures.</source>
      <translation>没有选择文件夹：请选择存放图片的文件夹。</translation>
    </message>
    <message>
      <source>No graph</source>
      <translation>不写入工作流</translation>
    </message>
    <message>
      <source>No grey lies from {low} to {high}: lower low, or raise high.</source>
      <translation>{low} 到 {high} 之间没有灰度：请降低最小值，或提高最大值。</translation>
    </message>
    <message>
      <source>No latent is chosen: choose a file that Save Latent wrote.</source>
      <translation>没有选择潜变量：请选择由“保存潜变量”写出的文件。</translation>
    </message>
    <message>
      <source>No models yet: add a folder that holds some, or download one.</source>
      <translation>还没有模型：请添加含有模型的文件夹，或下载一个。</translation>
    </message>
    <message>
      <source>No node is selected: press an arrow key to get to one.</source>
      <translation>没有选中节点：按方向键即可选中一个。</translation>
    </message>
    <message>
      <source>No node opens models of this kind yet.</source>
      <translation>还没有能打开此类模型的节点。</translation>
    </message>
    <message>
      <source>No node with wires is selected: press an arrow key.</source>
      <translation>没有选中带连线的节点：请按方向键。</translation>
    </message>
    <message>
      <source>No picture in {folder} is called {pattern}: change the pattern, or choose * for all.</source>
      <translation>{folder} 中没有名为 {pattern} 的图片：请更改名称模式，或用 * 表示全部。</translation>
    </message>
    <message>
      <source>No picture is chosen: choose a file.</source>
      <translation>没有选择图片：请选择一个文件。</translation>
    </message>
    <message>
      <source>No picture yet.
Press Run, or Ctrl+Enter.</source>
      <translation>还没有图片。
点击“运行”，或按 Ctrl+Enter。</translation>
    </message>
    <message>
      <source>No setting has to do with “{sought}”.</source>
      <translation>没有与“{sought}”有关的设置。</translation>
    </message>
    <message>
      <source>No starter graph is called so.</source>
      <translation>没有这个名称的入门工作流。</translation>
    </message>
    <message>
      <source>No step is left to do of {steps} with denoise {denoise}, start {start} and end {end}: raise steps, denoise or end, or lower start.</source>
      <translation>在 {steps} 步、去噪强度 {denoise}、起始步 {start} 和结束步 {end} 下，没有剩下可执行的步：请提高步数、去噪强度或结束步，或降低起始步。</translation>
    </message>
    <message>
      <source>No subgraph is selected: click on one to open it.</source>
      <translation>没有选中子图：点击一个子图再打开它。</translation>
    </message>
    <message>
      <source>No subgraph is selected: click on one to unpack it.</source>
      <translation>没有选中子图：点击一个子图再解开它。</translation>
    </message>
    <message>
      <source>No sweep yet. Choose Run › Sweep to begin one.</source>
      <translation>还没有参数扫描。选择“运行 › 参数扫描”即可开始。</translation>
    </message>
    <message>
      <source>No trash</source>
      <translation>没有回收站</translation>
    </message>
    <message>
      <source>No video is chosen: pick a file.</source>
      <translation>没有选择视频：请选择一个文件。</translation>
    </message>
    <message>
      <source>No wire is selected, and none leaves what is: click on a wire first.</source>
      <translation>没有选中连线，选中的节点也没有引出连线：请先点击一条连线。</translation>
    </message>
    <message>
      <source>No wires lead to or from what is selected: there is none to join.</source>
      <translation>没有连线进出所选内容：没有可接合的连线。</translation>
    </message>
    <message>
      <source>Node &amp;above</source>
      <translation>上方的节点(&amp;A)</translation>
    </message>
    <message>
      <source>Node &amp;below</source>
      <translation>下方的节点(&amp;B)</translation>
    </message>
    <message>
      <source>Node pac&amp;ks …</source>
      <translation>节点包(&amp;K)…</translation>
    </message>
    <message>
      <source>Node packs</source>
      <translation>节点包</translation>
    </message>
    <message>
      <source>Node packs are programs. Once you allow a file, it can do all that you can do on this computer: allow only what you have read, or got from somebody you trust. A file that changes has to be allowed again.</source>
      <translation>节点包是程序。一旦您允许某个文件，它就能在这台计算机上做您能做的一切：请只允许您读过的，或从您信任的人那里得到的文件。文件更改后须重新允许。</translation>
    </message>
    <message>
      <source>Node to the &amp;left</source>
      <translation>左侧的节点(&amp;L)</translation>
    </message>
    <message>
      <source>Node to the &amp;right</source>
      <translation>右侧的节点(&amp;R)</translation>
    </message>
    <message>
      <source>Nodes</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>Nodes found: {found}, run: {made}. Steps found in these: {steps_found}, done: {steps_made}.</source>
      <translation>找到的节点：{found}，运行的节点：{made}。其中找到的步：{steps_found}，执行的步：{steps_made}。</translation>
    </message>
    <message>
      <source>Nodes that can be added</source>
      <translation>可添加的节点</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>噪声</translation>
    </message>
    <message>
      <source>Noise From Latent</source>
      <translation>潜变量转噪声</translation>
    </message>
    <message>
      <source>Noise Levels</source>
      <translation>噪声水平</translation>
    </message>
    <message>
      <source>Noise between two others, for pictures that resemble both.</source>
      <translation>介于另外两种之间的噪声，得到与两者都相似的图片。</translation>
    </message>
    <message>
      <source>Noise levels that Align Your Steps found best for few steps, 10 or so.</source>
      <translation>Align Your Steps 得出的、最适合少量步数（约 10 步）的噪声水平。</translation>
    </message>
    <message>
      <source>Noise levels to go through; then spacing and steps do not count.</source>
      <translation>要经过的噪声水平；此时间隔和步数不起作用。</translation>
    </message>
    <message>
      <source>Noise levels typed by hand.</source>
      <translation>手工输入的噪声水平。</translation>
    </message>
    <message>
      <source>Noise levels: linear are those that most motion layers were trained with; without them colours fade.</source>
      <translation>噪声水平：“线性”是多数运动层训练时所用的；不用它则颜色变淡。</translation>
    </message>
    <message>
      <source>Noise of a seed of its own, apart from the Sampler's.</source>
      <translation>由自己的种子生成的噪声，与采样器的种子无关。</translation>
    </message>
    <message>
      <source>Noise on the picture: more of it lets the video stray from it, and move more.</source>
      <translation>加在图片上的噪声：越多，视频越能偏离图片，运动也越多。</translation>
    </message>
    <message>
      <source>Noise source</source>
      <translation>噪声来源</translation>
    </message>
    <message>
      <source>Noise to begin with, instead of that of the seed; the seed still counts for the steps.</source>
      <translation>作为起点的噪声，代替由种子生成的；种子仍对各步起作用。</translation>
    </message>
    <message>
      <source>Noisy</source>
      <translation>高噪声段</translation>
    </message>
    <message>
      <source>None of the {count} layers in {file} is one of this {family} model: choose a LoRA that was made for it.</source>
      <translation>{file} 的 {count} 层没有一层属于此 {family} 模型：请选择为它制作的 LoRA。</translation>
    </message>
    <message>
      <source>None yet</source>
      <translation>暂无</translation>
    </message>
    <message>
      <source>Normal Map</source>
      <translation>法线图</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>便签</translation>
    </message>
    <message>
      <source>Nothing can be saved in {folder} ({problem}): choose another folder with --out.</source>
      <translation>无法保存到 {folder}（{problem}）：请用 --out 选择另一个文件夹。</translation>
    </message>
    <message>
      <source>Nothing can be saved in {folder} ({problem}): free it up or choose another folder.</source>
      <translation>无法保存到 {folder}（{problem}）：请腾出空间或选择另一个文件夹。</translation>
    </message>
    <message>
      <source>Nothing feeds this node.</source>
      <translation>没有节点为它提供输入。</translation>
    </message>
    <message>
      <source>Nothing found.</source>
      <translation>没有找到。</translation>
    </message>
    <message>
      <source>Nothing had changed: all results were kept</source>
      <translation>没有变化：所有结果都已缓存</translation>
    </message>
    <message>
      <source>Nothing here yet</source>
      <translation>这里还是空的</translation>
    </message>
    <message>
      <source>Nothing is called that.</source>
      <translation>没有这个名称。</translation>
    </message>
    <message>
      <source>Nothing is connected to {input}, which has a place in the text: connect it.</source>
      <translation>文本中有 {input} 的位置，但它没有连接：请连接它。</translation>
    </message>
    <message>
      <source>Nothing is connected to {input}, which is in use: connect it, or use another input.</source>
      <translation>在用的 {input} 没有连接：请连接它，或改用另一个输入。</translation>
    </message>
    <message>
      <source>Nothing is connected to {input}, which should go on: connect it.</source>
      <translation>{input} 应当传出，但没有连接：请连接它。</translation>
    </message>
    <message>
      <source>Nothing is damaged: {whole}.</source>
      <translation>没有损坏：{whole}。</translation>
    </message>
    <message>
      <source>Nothing is painted yet.</source>
      <translation>还没有绘制蒙版。</translation>
    </message>
    <message>
      <source>Nothing is painted yet: click on Edit, or paint on a picture in the viewer and use that as the mask.</source>
      <translation>还没有绘制蒙版：点击“编辑”，或在查看器中的图片上绘制并用作蒙版。</translation>
    </message>
    <message>
      <source>Nothing is selected</source>
      <translation>没有选中任何内容</translation>
    </message>
    <message>
      <source>Nothing is selected: click on a node to copy it.</source>
      <translation>没有选中任何内容：请点击要复制的节点。</translation>
    </message>
    <message>
      <source>Nothing is selected: click on a node to take it out of its wires.</source>
      <translation>没有选中任何内容：请点击要从连线中抽出的节点。</translation>
    </message>
    <message>
      <source>Nothing is selected: click on what is to be coloured.</source>
      <translation>没有选中任何内容：请点击要着色的对象。</translation>
    </message>
    <message>
      <source>Nothing is selected: click on what is to be moved.</source>
      <translation>没有选中任何内容：请点击要移动的对象。</translation>
    </message>
    <message>
      <source>Nothing is selected: select the nodes that the subgraph is to hold.</source>
      <translation>没有选中任何内容：请选中要放入子图的节点。</translation>
    </message>
    <message>
      <source>Nothing is shown here yet. The pin beside a parameter in the inspector adds it.</source>
      <translation>这里还没有内容。在检查器中点击参数旁的图钉即可添加。</translation>
    </message>
    <message>
      <source>Nothing on {card} gives {kind}: drop the wire on a port that lights up.</source>
      <translation>{card} 没有输出{kind}的端口：请把连线放到亮起的端口上。</translation>
    </message>
    <message>
      <source>Nothing on {card} takes {kind}: drop the wire on a port that lights up.</source>
      <translation>{card} 没有接受{kind}的端口：请把连线放到亮起的端口上。</translation>
    </message>
    <message>
      <source>Nothing steers {family} beside its picture: disconnect control.</source>
      <translation>除图片外，没有什么能控制 {family}：请断开“控制”。</translation>
    </message>
    <message>
      <source>Nothing was painted.</source>
      <translation>没有绘制任何内容。</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>当前</translation>
    </message>
    <message>
      <source>Now: {size}</source>
      <translation>当前：{size}</translation>
    </message>
    <message>
      <source>Now: {size}, {entries}</source>
      <translation>当前：{size}，{entries}</translation>
    </message>
    <message>
      <source>Numbers of 16 bits, which is usual, of 16 bits as some GPUs like them better, or of 32 bits.</source>
      <translation>通常的 16 位数、某些 GPU 更适合的另一种 16 位数，或 32 位数。</translation>
    </message>
    <message>
      <source>Numbers with commas between them, from the noisiest to the last.</source>
      <translation>以逗号分隔的数，从噪声最强的到最后的。</translation>
    </message>
    <message>
      <source>Offer a subgraph in the search of every graph</source>
      <translation>让每个工作流的搜索都能找到此子图</translation>
    </message>
    <message>
      <source>Often fed by</source>
      <translation>常用来源</translation>
    </message>
    <message>
      <source>Often followed by</source>
      <translation>常用去向</translation>
    </message>
    <message>
      <source>On disk, also after a restart</source>
      <translation>存到磁盘上，重新启动后仍在</translation>
    </message>
    <message>
      <source>On for yes, off for no.</source>
      <translation>打开为是，关闭为否。</translation>
    </message>
    <message>
      <source>One colour for each kind of thing.</source>
      <translation>每种事物一种颜色。</translation>
    </message>
    <message>
      <source>One input has {first} latents and the other {second}: give as many, or a single one.</source>
      <translation>一个输入有 {first} 个潜变量，另一个有 {second} 个：请提供相同的个数，或只提供一个。</translation>
    </message>
    <message>
      <source>One input has {first} pictures and the other {second}: give as many, or a single one.</source>
      <translation>一个输入有 {first} 张图片，另一个有 {second} 张：请提供相同的张数，或只提供一张。</translation>
    </message>
    <message>
      <source>One latent has {first} frames and the other {second}: take as many frames, and single pictures only together with such.</source>
      <translation>一个潜变量有 {first} 帧，另一个有 {second} 帧：请使用相同的帧数，单张图片只能与单张图片一起使用。</translation>
    </message>
    <message>
      <source>One latent is for {first} and the other for {second}: decode one of them and encode it with the other's VAE.</source>
      <translation>一个潜变量属于 {first}，另一个属于 {second}：请解码其中一个，再用另一个的 VAE 编码。</translation>
    </message>
    <message>
      <source>One latent is {first} pixels and the other {second}: bring them to one size with a Resize Latent.</source>
      <translation>一个潜变量是 {first} 像素，另一个是 {second}：请用“缩放潜变量”使它们尺寸相同。</translation>
    </message>
    <message>
      <source>One of the two models sees a mask or a picture beside the latent, and the other does not: only a model that sees the same can take over.</source>
      <translation>两个模型中一个能看到潜变量之外的蒙版或图片，另一个不能：只有能看到同样内容的模型才能接手。</translation>
    </message>
    <message>
      <source>One picture can be set in motion at a time, not {count}: pick one of them.</source>
      <translation>一次只能让一张图片动起来，而不是 {count} 张：请选取一张。</translation>
    </message>
    <message>
      <source>One pixel for one pixel</source>
      <translation>实际像素</translation>
    </message>
    <message>
      <source>One prompt as it is, and with each of two LoRAs.</source>
      <translation>同一提示词：原样一张，两个 LoRA 各一张。</translation>
    </message>
    <message>
      <source>One prompt becomes another</source>
      <translation>一段提示词变为另一段</translation>
    </message>
    <message>
      <source>One prompt was encoded for {one} and the other for {other}: use text encoders of the same model.</source>
      <translation>一段提示词为 {one} 编码，另一段为 {other} 编码：请使用同一模型的文本编码器。</translation>
    </message>
    <message>
      <source>One text on each line; {example} replaces a word</source>
      <translation>每行一段文字；{example} 可替换其中的词</translation>
    </message>
    <message>
      <source>One text.</source>
      <translation>一段文本。</translation>
    </message>
    <message>
      <source>Only a small copy of this picture is left: run its graph again.</source>
      <translation>这张图片只剩下一个小副本：请重新运行它的工作流。</translation>
    </message>
    <message>
      <source>Only favourites</source>
      <translation>只看收藏</translation>
    </message>
    <message>
      <source>Only the &amp;graph</source>
      <translation>仅工作流(&amp;G)</translation>
    </message>
    <message>
      <source>Only the hole in a picture is painted.</source>
      <translation>只重绘图片中挖空的部分。</translation>
    </message>
    <message>
      <source>Only whole layers of {family} can be left out: choose layers instead of attention.</source>
      <translation>{family} 只能略去整层：请选择“层”而不是“注意力”。</translation>
    </message>
    <message>
      <source>Opacity</source>
      <translation>不透明度</translation>
    </message>
    <message>
      <source>Open &amp;recent</source>
      <translation>打开最近使用的文件(&amp;R)</translation>
    </message>
    <message>
      <source>Open Stable Video Diffusion, which sets a picture in motion.</source>
      <translation>打开让图片动起来的 Stable Video Diffusion。</translation>
    </message>
    <message>
      <source>Open a CLIP vision encoder: it tells IP-Adapters what is to be seen in a picture.</source>
      <translation>打开一个 CLIP 视觉编码器：它告诉 IP-Adapter 图片中有什么。</translation>
    </message>
    <message>
      <source>Open a ControlNet: a network that leads the picture along lines, depths or poses.</source>
      <translation>打开一个 ControlNet：让图片遵循线条、深度或姿势的网络。</translation>
    </message>
    <message>
      <source>Open a T2I-Adapter: a small network that leads the picture along lines, depths or poses.</source>
      <translation>打开一个 T2I-Adapter：让图片遵循线条、深度或姿势的小型网络。</translation>
    </message>
    <message>
      <source>Open a VAE that does not come with the model, such as one with finer faces.</source>
      <translation>打开一个不随模型提供的 VAE，例如人脸更精细的。</translation>
    </message>
    <message>
      <source>Open a graph or a saved picture</source>
      <translation>打开工作流或保存过的图片</translation>
    </message>
    <message>
      <source>Open a latent that Save Latent wrote.</source>
      <translation>打开由“保存潜变量”写出的潜变量。</translation>
    </message>
    <message>
      <source>Open a model: its network, its text encoder and its autoencoder.</source>
      <translation>打开一个模型：包括网络、文本编码器和自编码器。</translation>
    </message>
    <message>
      <source>Open a motion adapter (AnimateDiff), which makes the pictures of a model move.</source>
      <translation>打开一个运动适配器（AnimateDiff），它让模型的图片动起来。</translation>
    </message>
    <message>
      <source>Open a picture from a file.</source>
      <translation>从文件打开图片。</translation>
    </message>
    <message>
      <source>Open a video from a file; it needs the optional package av.</source>
      <translation>从文件打开视频；需要可选软件包 av。</translation>
    </message>
    <message>
      <source>Open an IP-Adapter: it lets a model follow pictures as it follows words.</source>
      <translation>打开一个 IP-Adapter：让模型像遵循文字那样遵循图片。</translation>
    </message>
    <message>
      <source>Open graphs</source>
      <translation>打开的工作流</translation>
    </message>
    <message>
      <source>Open its graph in a new tab</source>
      <translation>在新标签页中打开它的工作流</translation>
    </message>
    <message>
      <source>Open recent</source>
      <translation>打开最近使用的文件</translation>
    </message>
    <message>
      <source>Open text encoders that do not come with the model: CLIP-L, CLIP-G and T5.</source>
      <translation>打开不随模型提供的文本编码器：CLIP-L、CLIP-G 和 T5。</translation>
    </message>
    <message>
      <source>Open the copy</source>
      <translation>打开副本</translation>
    </message>
    <message>
      <source>Open the manual</source>
      <translation>打开手册</translation>
    </message>
    <message>
      <source>Open the pictures of a folder, so that what follows runs once for each of them.</source>
      <translation>打开文件夹中的图片，后面的节点对每张图片各运行一次。</translation>
    </message>
    <message>
      <source>Open the subgraph</source>
      <translation>打开子图</translation>
    </message>
    <message>
      <source>Open this graph as it was then</source>
      <translation>打开当时的工作流</translation>
    </message>
    <message>
      <source>Open …</source>
      <translation>打开…</translation>
    </message>
    <message>
      <source>Operation</source>
      <translation>运算</translation>
    </message>
    <message>
      <source>Orange</source>
      <translation>橙色</translation>
    </message>
    <message>
      <source>Order exposed parameters</source>
      <translation>调整公开参数的顺序</translation>
    </message>
    <message>
      <source>Order sockets</source>
      <translation>调整端口的顺序</translation>
    </message>
    <message>
      <source>Original</source>
      <translation>原始尺寸</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>另一个</translation>
    </message>
    <message>
      <source>Other model</source>
      <translation>另一个模型</translation>
    </message>
    <message>
      <source>Other text model</source>
      <translation>另一个文本模型</translation>
    </message>
    <message>
      <source>Other values of cfg from some step on; made by a Guidance Schedule.</source>
      <translation>从某一步起使用的其他 CFG 值；由“引导计划”节点生成。</translation>
    </message>
    <message>
      <source>Otherwise</source>
      <translation>否则</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>大纲</translation>
    </message>
    <message>
      <source>Outline of the graph</source>
      <translation>工作流大纲</translation>
    </message>
    <message>
      <source>Outlines</source>
      <translation>轮廓</translation>
    </message>
    <message>
      <source>Outlines beside depth</source>
      <translation>轮廓与深度对照</translation>
    </message>
    <message>
      <source>Outpaint</source>
      <translation>外扩绘制</translation>
    </message>
    <message>
      <source>Outputs</source>
      <translation>输出</translation>
    </message>
    <message>
      <source>Outside</source>
      <translation>外侧</translation>
    </message>
    <message>
      <source>Outside of the mask the picture stays what it was, bit by bit.</source>
      <translation>蒙版之外的图片逐位保持原样。</translation>
    </message>
    <message>
      <source>Over</source>
      <translation>上层</translation>
    </message>
    <message>
      <source>Over how much it fades.</source>
      <translation>渐隐的距离。</translation>
    </message>
    <message>
      <source>Over which further distance the mask fades out; 0 gives a hard border.</source>
      <translation>蒙版继续向外渐隐的距离；0 为硬边缘。</translation>
    </message>
    <message>
      <source>Overlap</source>
      <translation>重叠</translation>
    </message>
    <message>
      <source>Overlay</source>
      <translation>叠加</translation>
    </message>
    <message>
      <source>Own nodes</source>
      <translation>自定义节点</translation>
    </message>
    <message>
      <source>PAG</source>
      <translation>PAG</translation>
    </message>
    <message>
      <source>PNG</source>
      <translation>PNG</translation>
    </message>
    <message>
      <source>PNG keeps every pixel; JPEG and WebP are smaller.</source>
      <translation>PNG 保留每个像素；JPEG 和 WebP 文件更小。</translation>
    </message>
    <message>
      <source>Pad</source>
      <translation>外扩画面</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>页面</translation>
    </message>
    <message>
      <source>Paint a &amp;mask …</source>
      <translation>绘制蒙版(&amp;M)…</translation>
    </message>
    <message>
      <source>Paint a mask on the picture</source>
      <translation>在图片上绘制蒙版</translation>
    </message>
    <message>
      <source>Paint every part of a picture in the colour of what it is, for segmentation ControlNets.</source>
      <translation>按内容给图片的每个部分涂上颜色，供分割 ControlNet 使用。</translation>
    </message>
    <message>
      <source>Paint everything</source>
      <translation>全部涂满</translation>
    </message>
    <message>
      <source>Paint mask</source>
      <translation>绘制蒙版</translation>
    </message>
    <message>
      <source>Paint on in the viewer</source>
      <translation>在查看器中继续绘制</translation>
    </message>
    <message>
      <source>Paint only the room</source>
      <translation>只绘制增加的空间</translation>
    </message>
    <message>
      <source>Painted Mask</source>
      <translation>手绘蒙版</translation>
    </message>
    <message>
      <source>Painting a mask</source>
      <translation>绘制蒙版</translation>
    </message>
    <message>
      <source>Panel</source>
      <translation>面板</translation>
    </message>
    <message>
      <source>Panels</source>
      <translation>面板</translation>
    </message>
    <message>
      <source>Panorama</source>
      <translation>全景图</translation>
    </message>
    <message>
      <source>Parallel</source>
      <translation>平行分量</translation>
    </message>
    <message>
      <source>Parameter of the {axis}</source>
      <translation>{axis}对应的参数</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>参数</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>部分</translation>
    </message>
    <message>
      <source>Part A and B by a line</source>
      <translation>用一条线分隔 A 和 B</translation>
    </message>
    <message>
      <source>Part of the steps after which it begins.</source>
      <translation>进行到步数的这一比例后开始起作用。</translation>
    </message>
    <message>
      <source>Part of the steps after which it ends.</source>
      <translation>进行到步数的这一比例后结束。</translation>
    </message>
    <message>
      <source>Part of the steps after which it lets go.</source>
      <translation>进行到步数的这一比例后不再起作用。</translation>
    </message>
    <message>
      <source>Part of the steps after which plain guidance goes on.</source>
      <translation>进行到步数的这一比例后改用普通引导。</translation>
    </message>
    <message>
      <source>Part of the steps after which the base prompt takes over.</source>
      <translation>进行到步数的这一比例后由基础提示词接手。</translation>
    </message>
    <message>
      <source>Part of the steps after which the first prompt goes on alone.</source>
      <translation>进行到步数的这一比例后只由第一段提示词继续。</translation>
    </message>
    <message>
      <source>Part of the steps after which the inner prompt begins.</source>
      <translation>进行到步数的这一比例后内层提示词开始起作用。</translation>
    </message>
    <message>
      <source>Part of the steps after which the outer prompt goes on.</source>
      <translation>进行到步数的这一比例后外层提示词继续。</translation>
    </message>
    <message>
      <source>Part of the steps after which the second model takes over.</source>
      <translation>进行到步数的这一比例后由第二个模型接手。</translation>
    </message>
    <message>
      <source>Part of the steps after which the second prompt joins.</source>
      <translation>进行到步数的这一比例后第二段提示词加入。</translation>
    </message>
    <message>
      <source>Part of the steps after which the second prompt takes over.</source>
      <translation>进行到步数的这一比例后由第二段提示词接手。</translation>
    </message>
    <message>
      <source>Part of the steps after which this value holds.</source>
      <translation>进行到步数的这一比例后使用此值。</translation>
    </message>
    <message>
      <source>Parts of a picture follow words of their own.</source>
      <translation>图片的各部分遵循各自的文字。</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <source>Paste Back</source>
      <translation>贴回</translation>
    </message>
    <message>
      <source>Paste Back puts the result into the untouched picture. A mask that touches nothing but a small
face in a large photograph thus gets the model's full resolution.</source>
      <translation>“贴回”把结果放回未改动的图片。因此，只涉及大照片中一张小脸的蒙版，也能用上模型的全部分辨率。</translation>
    </message>
    <message>
      <source>Paste with &amp;wires</source>
      <translation>连同连线粘贴(&amp;W)</translation>
    </message>
    <message>
      <source>Path</source>
      <translation>路径</translation>
    </message>
    <message>
      <source>Pattern</source>
      <translation>名称模式</translation>
    </message>
    <message>
      <source>Pause the queue</source>
      <translation>暂停队列</translation>
    </message>
    <message>
      <source>Paused, {count} waiting</source>
      <translation>已暂停，{count} 项等待中</translation>
    </message>
    <message>
      <source>Person detector</source>
      <translation>人物检测器</translation>
    </message>
    <message>
      <source>Perturbed Guidance</source>
      <translation>扰动引导</translation>
    </message>
    <message>
      <source>Perturbed Guidance does not work with {family}: use SD 1, SD 2, SDXL or SD 3.</source>
      <translation>“扰动引导”不适用于 {family}：请使用 SD 1、SD 2、SDXL 或 SD 3。</translation>
    </message>
    <message>
      <source>Pick From List</source>
      <translation>从列表选取</translation>
    </message>
    <message>
      <source>Pickles of weights</source>
      <translation>权重的 pickle 文件</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Picture In Motion</source>
      <translation>动态图片</translation>
    </message>
    <message>
      <source>Picture Size</source>
      <translation>图片尺寸</translation>
    </message>
    <message>
      <source>Picture size, for models that go by it, such as Flux.</source>
      <translation>图片尺寸，供以此为准的模型（如 Flux）使用。</translation>
    </message>
    <message>
      <source>Picture to change</source>
      <translation>要更改的图片</translation>
    </message>
    <message>
      <source>Picture to follow</source>
      <translation>参考图片</translation>
    </message>
    <message>
      <source>Picture to start from.</source>
      <translation>作为起点的图片。</translation>
    </message>
    <message>
      <source>Picture with a hole</source>
      <translation>有挖空的图片</translation>
    </message>
    <message>
      <source>Picture {number} of {total} was decoded to NaN: check the Sampler's result, or use tiles and full precision for the VAE.</source>
      <translation>第 {number} 张图片（共 {total} 张）解码出 NaN：请检查采样器的结果，或对 VAE 使用分块和全精度。</translation>
    </message>
    <message>
      <source>Picture {number} of {total} was encoded to NaN: check the picture, or use tiles and full precision for the VAE.</source>
      <translation>第 {number} 张图片（共 {total} 张）编码出 NaN：请检查该图片，或对 VAE 使用分块和全精度。</translation>
    </message>
    <message>
      <source>PictureAdapter</source>
      <translation>图片适配器</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Pictures a second.</source>
      <translation>每秒的图片数。</translation>
    </message>
    <message>
      <source>Pictures and privacy</source>
      <translation>图片与隐私</translation>
    </message>
    <message>
      <source>Pictures between two prompts are played as a video.</source>
      <translation>介于两段提示词之间的图片作为视频播放。</translation>
    </message>
    <message>
      <source>Pictures for ControlNets</source>
      <translation>供 ControlNet 使用的图片</translation>
    </message>
    <message>
      <source>Pictures from words, with every step seen.</source>
      <translation>由文字生成图片，每一步都看得见。</translation>
    </message>
    <message>
      <source>Pictures in a row; 0 makes a square.</source>
      <translation>每行的图片数；0 排成正方形。</translation>
    </message>
    <message>
      <source>Pictures of the batch</source>
      <translation>批次中的图片</translation>
    </message>
    <message>
      <source>Pictures whose seed was in the list before are not made again.</source>
      <translation>种子已在先前列表中的图片不会重新生成。</translation>
    </message>
    <message>
      <source>Pink</source>
      <translation>粉色</translation>
    </message>
    <message>
      <source>Pixels</source>
      <translation>像素</translation>
    </message>
    <message>
      <source>Pl&amp;ay or pause</source>
      <translation>播放或暂停(&amp;A)</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>Play a video in the viewer without saving it; it goes on unchanged.</source>
      <translation>在查看器中播放视频但不保存；视频原样传出。</translation>
    </message>
    <message>
      <source>Play a video, or the pictures of a batch</source>
      <translation>播放视频，或批次中的图片</translation>
    </message>
    <message>
      <source>Play or pause</source>
      <translation>播放或暂停</translation>
    </message>
    <message>
      <source>Play pictures one after the other.</source>
      <translation>逐张播放图片。</translation>
    </message>
    <message>
      <source>Play the batch</source>
      <translation>播放批次</translation>
    </message>
    <message>
      <source>Pose</source>
      <translation>姿势</translation>
    </message>
    <message>
      <source>Pose network</source>
      <translation>姿势网络</translation>
    </message>
    <message>
      <source>Poses and segments</source>
      <translation>姿势与分割</translation>
    </message>
    <message>
      <source>Positive</source>
      <translation>正面条件</translation>
    </message>
    <message>
      <source>Pre&amp;vious graph</source>
      <translation>上一个工作流(&amp;V)</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>精度</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>预测</translation>
    </message>
    <message>
      <source>Press P in the viewer to paint on any picture and use that as a mask. Edit paints on.</source>
      <translation>在查看器中按 P，可在任意图片上绘制并用作蒙版。点击“编辑”可继续绘制。</translation>
    </message>
    <message>
      <source>Press Run, and watch the picture come out of the noise.</source>
      <translation>点击“运行”，看图片从噪声中浮现。</translation>
    </message>
    <message>
      <source>Press Tab, or double-click, to add a node</source>
      <translation>按 Tab 或双击可添加节点</translation>
    </message>
    <message>
      <source>Press keys</source>
      <translation>请按下按键</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>预览</translation>
    </message>
    <message>
      <source>Preview Video</source>
      <translation>预览视频</translation>
    </message>
    <message>
      <source>Previous picture of the batch</source>
      <translation>批次中的上一张图片</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Progress of the run</source>
      <translation>运行进度</translation>
    </message>
    <message>
      <source>Prompt</source>
      <translation>提示词</translation>
    </message>
    <message>
      <source>Prompt Range</source>
      <translation>提示词区间</translation>
    </message>
    <message>
      <source>Prompt Schedule</source>
      <translation>提示词计划</translation>
    </message>
    <message>
      <source>Prompt for the base</source>
      <translation>底模的提示词</translation>
    </message>
    <message>
      <source>Prompt for the refiner</source>
      <translation>refiner 的提示词</translation>
    </message>
    <message>
      <source>PromptAdapter</source>
      <translation>提示适配器</translation>
    </message>
    <message>
      <source>Prompts</source>
      <translation>提示词</translation>
    </message>
    <message>
      <source>Put all panels away, or back</source>
      <translation>收起或恢复所有面板</translation>
    </message>
    <message>
      <source>Put all pictures of a batch on one, row by row.</source>
      <translation>把批次中的所有图片逐行排在一张图上。</translation>
    </message>
    <message>
      <source>Put at the front</source>
      <translation>排到最前</translation>
    </message>
    <message>
      <source>Put latents of one family and size together, in the order of their wires.</source>
      <translation>把同一系列、同一尺寸的潜变量按连线顺序合在一起。</translation>
    </message>
    <message>
      <source>Put motion layers into a model (AnimateDiff), so that it makes videos.</source>
      <translation>给模型装入运动层（AnimateDiff），使它生成视频。</translation>
    </message>
    <message>
      <source>Put pictures of one size together, in the order of their wires.</source>
      <translation>把尺寸相同的图片按连线顺序合在一起。</translation>
    </message>
    <message>
      <source>Put texts together, in the order of their wires.</source>
      <translation>按连线顺序把文本接在一起。</translation>
    </message>
    <message>
      <source>Put the selected nodes into one that holds them</source>
      <translation>把选中的节点放入一个包含它们的节点</translation>
    </message>
    <message>
      <source>Put things of one type into a list: what follows runs once for each of them.</source>
      <translation>把同一类型的内容放入列表：后面的节点对每一项各运行一次。</translation>
    </message>
    <message>
      <source>Put values into the places of a text, such as `a {a} house, picture {b:3}`.</source>
      <translation>把值填入文本中的位置，例如 `a {a} house, picture {b:3}`。</translation>
    </message>
    <message>
      <source>Put what lies in a subgraph in its place</source>
      <translation>用子图中的内容取代子图</translation>
    </message>
    <message>
      <source>Put what was painted back where Cut Out took it from.</source>
      <translation>把绘制的内容放回“裁出局部”取出之处。</translation>
    </message>
    <message>
      <source>PySide6 {qt} crashes on Python {python}: install an older one with pip install 'PySide6-Essentials&lt;6.12', or start with Python 3.12 or newer.</source>
      <translation>PySide6 {qt} 在 Python {python} 上会崩溃：请用 pip install 'PySide6-Essentials&lt;6.12' 安装旧版本，或改用 Python 3.12 及更新版本启动。</translation>
    </message>
    <message>
      <source>Python files with nodes of your own; each runs once you have allowed it.</source>
      <translation>包含自定义节点的 Python 文件；每个文件经您允许后才会运行。</translation>
    </message>
    <message>
      <source>Qt cannot start because this system lacks {missing}: on Debian and Ubuntu, sudo apt install {packages}</source>
      <translation>系统缺少 {missing}，Qt 无法启动：在 Debian 和 Ubuntu 上请运行 sudo apt install {packages}</translation>
    </message>
    <message>
      <source>Quality</source>
      <translation>质量</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>队列</translation>
    </message>
    <message>
      <source>Queue at the &amp;front</source>
      <translation>排到队列最前(&amp;F)</translation>
    </message>
    <message>
      <source>Radius</source>
      <translation>半径</translation>
    </message>
    <message>
      <source>RandomNoise</source>
      <translation>随机噪声</translation>
    </message>
    <message>
      <source>Range</source>
      <translation>范围</translation>
    </message>
    <message>
      <source>Rate</source>
      <translation>帧率</translation>
    </message>
    <message>
      <source>Read everything on disk and remove what is damaged</source>
      <translation>读取磁盘上的全部内容并移除损坏的部分</translation>
    </message>
    <message>
      <source>Reading</source>
      <translation>语法</translation>
    </message>
    <message>
      <source>Rectangle</source>
      <translation>矩形</translation>
    </message>
    <message>
      <source>Rectangle Mask</source>
      <translation>矩形蒙版</translation>
    </message>
    <message>
      <source>Red</source>
      <translation>红色</translation>
    </message>
    <message>
      <source>Red is left, green up, blue to the viewer.</source>
      <translation>红色为左，绿色为上，蓝色朝向观看者。</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>参考</translation>
    </message>
    <message>
      <source>Refiner</source>
      <translation>Refiner</translation>
    </message>
    <message>
      <source>Region</source>
      <translation>区域</translation>
    </message>
    <message>
      <source>Regions</source>
      <translation>区域</translation>
    </message>
    <message>
      <source>Reinhard</source>
      <translation>Reinhard</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Remove from the history</source>
      <translation>从历史中移除</translation>
    </message>
    <message>
      <source>Remove noise from a latent, step by step, guided by two prompts.</source>
      <translation>在两段提示词的引导下，一步一步去除潜变量中的噪声。</translation>
    </message>
    <message>
      <source>Remove unused subgraphs</source>
      <translation>移除未使用的子图</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>重命名</translation>
    </message>
    <message>
      <source>Rename the block</source>
      <translation>重命名组件</translation>
    </message>
    <message>
      <source>Rename …</source>
      <translation>重命名…</translation>
    </message>
    <message>
      <source>Repaint only the hole</source>
      <translation>只重绘挖空处</translation>
    </message>
    <message>
      <source>Repaint the hole</source>
      <translation>重绘挖空处</translation>
    </message>
    <message>
      <source>Repeat Latent</source>
      <translation>重复潜变量</translation>
    </message>
    <message>
      <source>Repeat every picture of a latent, for variations with seeds of their own.</source>
      <translation>重复潜变量中的每张图片，用各自的种子产生变体。</translation>
    </message>
    <message>
      <source>Repeat the outermost pixels, fill with the colour, carry the picture on softly, or show its mean colour or random colours like its own.</source>
      <translation>重复最外缘的像素、用颜色填充、柔和地延续图片，或显示其平均色、与之相似的随机颜色。</translation>
    </message>
    <message>
      <source>RepeatLatentBatch</source>
      <translation>重复潜变量批次</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>替换</translation>
    </message>
    <message>
      <source>Replace Text</source>
      <translation>替换文本</translation>
    </message>
    <message>
      <source>Replace the file?</source>
      <translation>替换该文件吗？</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <source>Rescale</source>
      <translation>重缩放</translation>
    </message>
    <message>
      <source>RescaleCFG</source>
      <translation>CFG 重缩放</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>重置</translation>
    </message>
    <message>
      <source>Reset all keys</source>
      <translation>重置所有快捷键</translation>
    </message>
    <message>
      <source>Resize</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>Resize Latent</source>
      <translation>缩放潜变量</translation>
    </message>
    <message>
      <source>Resize Mask</source>
      <translation>缩放蒙版</translation>
    </message>
    <message>
      <source>Resolve</source>
      <translation>解决</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>结果</translation>
    </message>
    <message>
      <source>Results can move along to another one.</source>
      <translation>结果可以一并移到新的文件夹。</translation>
    </message>
    <message>
      <source>Results cannot be kept in {folder} ({reason}): choose another folder.</source>
      <translation>结果无法保存在 {folder}（{reason}）：请选择另一个文件夹。</translation>
    </message>
    <message>
      <source>Results go to {folder} now.</source>
      <translation>结果现在保存到 {folder}。</translation>
    </message>
    <message>
      <source>Results in the history</source>
      <translation>历史中的结果</translation>
    </message>
    <message>
      <source>Results kept</source>
      <translation>缓存的结果</translation>
    </message>
    <message>
      <source>Results kept: {memory} in memory, {disk} on disk</source>
      <translation>缓存的结果：内存中 {memory}，磁盘上 {disk}</translation>
    </message>
    <message>
      <source>Results, the newest first</source>
      <translation>结果，最新的在前</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>右</translation>
    </message>
    <message>
      <source>Right part</source>
      <translation>右侧部分</translation>
    </message>
    <message>
      <source>Right region</source>
      <translation>右侧区域</translation>
    </message>
    <message>
      <source>Room above.</source>
      <translation>上方增加的空间。</translation>
    </message>
    <message>
      <source>Room at the left</source>
      <translation>左侧增加的空间</translation>
    </message>
    <message>
      <source>Room at the left.</source>
      <translation>左侧增加的空间。</translation>
    </message>
    <message>
      <source>Room at the right.</source>
      <translation>右侧增加的空间。</translation>
    </message>
    <message>
      <source>Room below.</source>
      <translation>下方增加的空间。</translation>
    </message>
    <message>
      <source>Room between them.</source>
      <translation>图片之间的空隙。</translation>
    </message>
    <message>
      <source>Room for the history</source>
      <translation>历史的空间</translation>
    </message>
    <message>
      <source>Room to leave around, within the picture.</source>
      <translation>四周留出的空间，不超出图片。</translation>
    </message>
    <message>
      <source>Round to so many greys, so that no trace of the picture hides in them; with 0 or 1 all are kept.</source>
      <translation>把灰度取整为这么多级，以免其中隐藏图片的痕迹；0 或 1 保留全部。</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>行</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>运行</translation>
    </message>
    <message>
      <source>Run again</source>
      <translation>再次运行</translation>
    </message>
    <message>
      <source>Run again with the graph as it is now</source>
      <translation>用当前的工作流再次运行</translation>
    </message>
    <message>
      <source>Run by itself after every change that matters</source>
      <translation>每次作出有影响的改动后自动运行</translation>
    </message>
    <message>
      <source>Run on &amp;edit</source>
      <translation>编辑时运行(&amp;E)</translation>
    </message>
    <message>
      <source>Run on edit</source>
      <translation>编辑时运行</translation>
    </message>
    <message>
      <source>Run se&amp;veral times</source>
      <translation>多次运行(&amp;V)</translation>
    </message>
    <message>
      <source>Run the first picture</source>
      <translation>生成第一张图片</translation>
    </message>
    <message>
      <source>Run the graph</source>
      <translation>运行工作流</translation>
    </message>
    <message>
      <source>Run the graph before all others that wait</source>
      <translation>让此工作流先于其他等待的项运行</translation>
    </message>
    <message>
      <source>Run the graph with several values, and see the results in a grid</source>
      <translation>用多个值运行工作流，结果排成网格</translation>
    </message>
    <message>
      <source>Run the graph with several values. The results become a labelled grid.</source>
      <translation>用多个值运行工作流。结果排成带标签的网格。</translation>
    </message>
    <message>
      <source>Run to &amp;selected nodes</source>
      <translation>运行到选中的节点(&amp;S)</translation>
    </message>
    <message>
      <source>Run what is missing</source>
      <translation>运行缺少的部分</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>运行中</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>运行</translation>
    </message>
    <message>
      <source>Runs appear here. Queue several, and they run one by one.</source>
      <translation>运行会显示在这里。可把多次运行加入队列，它们会依次执行。</translation>
    </message>
    <message>
      <source>S&amp;ettings …</source>
      <translation>设置(&amp;E)…</translation>
    </message>
    <message>
      <source>S&amp;tarter graphs</source>
      <translation>入门工作流(&amp;T)</translation>
    </message>
    <message>
      <source>S&amp;top</source>
      <translation>停止(&amp;T)</translation>
    </message>
    <message>
      <source>S&amp;weep …</source>
      <translation>参数扫描(&amp;W)…</translation>
    </message>
    <message>
      <source>S1</source>
      <translation>S1</translation>
    </message>
    <message>
      <source>S2</source>
      <translation>S2</translation>
    </message>
    <message>
      <source>SD 1 takes CLIP-L, SD 2 CLIP-H, SDXL both CLIP-L and CLIP-G, its refiner CLIP-G, Flux CLIP-L and
T5, SD 3 CLIP-L, CLIP-G and, if you like, T5. Their order does not matter. The tokenizer of CLIP
comes with the program, that of T5 is read from a folder of yours.</source>
      <translation>SD 1 使用 CLIP-L，SD 2 使用 CLIP-H，SDXL 使用 CLIP-L 和 CLIP-G，其 refiner 使用 CLIP-G，Flux 使用 CLIP-L 和 T5，SD 3 使用 CLIP-L、CLIP-G，并可加上 T5。顺序无关紧要。CLIP 的分词器随程序提供，T5 的从您的文件夹读取。</translation>
    </message>
    <message>
      <source>SDXL</source>
      <translation>SDXL</translation>
    </message>
    <message>
      <source>SDXL with its refiner</source>
      <translation>SDXL 与其 refiner</translation>
    </message>
    <message>
      <source>SLG</source>
      <translation>SLG</translation>
    </message>
    <message>
      <source>SVD</source>
      <translation>SVD</translation>
    </message>
    <message>
      <source>Same seed, same noise in the room.</source>
      <translation>种子相同，增加的空间中的噪声相同。</translation>
    </message>
    <message>
      <source>Same seed, same noise.</source>
      <translation>种子相同，噪声相同。</translation>
    </message>
    <message>
      <source>Same seed, same picture.</source>
      <translation>种子相同，图片相同。</translation>
    </message>
    <message>
      <source>Same seed, same picture; picture k of a batch counts k onwards from it.</source>
      <translation>种子相同，图片相同；批次中的第 k 张由此依次递增。</translation>
    </message>
    <message>
      <source>Same seed, same swirls.</source>
      <translation>种子相同，漩涡相同。</translation>
    </message>
    <message>
      <source>Same seed, same text.</source>
      <translation>种子相同，文本相同。</translation>
    </message>
    <message>
      <source>Sampler</source>
      <translation>采样器</translation>
    </message>
    <message>
      <source>Sampler above</source>
      <translation>上方采样器</translation>
    </message>
    <message>
      <source>Sampler for depth</source>
      <translation>深度的采样器</translation>
    </message>
    <message>
      <source>Sampler for glass</source>
      <translation>彩绘玻璃的采样器</translation>
    </message>
    <message>
      <source>Sampler for ink lines</source>
      <translation>墨线的采样器</translation>
    </message>
    <message>
      <source>Sampling</source>
      <translation>采样</translation>
    </message>
    <message>
      <source>Saturation</source>
      <translation>饱和度</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Save &amp;as …</source>
      <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
      <source>Save Image</source>
      <translation>保存图像</translation>
    </message>
    <message>
      <source>Save Latent</source>
      <translation>保存潜变量</translation>
    </message>
    <message>
      <source>Save Model</source>
      <translation>保存模型</translation>
    </message>
    <message>
      <source>Save Video</source>
      <translation>保存视频</translation>
    </message>
    <message>
      <source>Save a model with its LoRAs and mixtures baked in, as a new one in the output folder.</source>
      <translation>把模型连同合入的 LoRA 和混合结果，作为新模型保存到输出文件夹。</translation>
    </message>
    <message>
      <source>Save a video in the output folder, with the graph that made it inside.</source>
      <translation>把视频保存到输出文件夹，并附上生成它的工作流。</translation>
    </message>
    <message>
      <source>Save a&amp;ll</source>
      <translation>全部保存(&amp;L)</translation>
    </message>
    <message>
      <source>Save as …</source>
      <translation>另存为…</translation>
    </message>
    <message>
      <source>Save it there again</source>
      <translation>重新保存到原处</translation>
    </message>
    <message>
      <source>Save latents in the output folder, to go on with them another day.</source>
      <translation>把潜变量保存到输出文件夹，供日后继续。</translation>
    </message>
    <message>
      <source>Save over it</source>
      <translation>覆盖保存</translation>
    </message>
    <message>
      <source>Save pictu&amp;re as …</source>
      <translation>图片另存为(&amp;R)…</translation>
    </message>
    <message>
      <source>Save pictures in the output folder, with the graph that made them inside.</source>
      <translation>把图片保存到输出文件夹，并附上生成它们的工作流。</translation>
    </message>
    <message>
      <source>Save the changes to {name}?</source>
      <translation>是否保存对 {name} 的更改？</translation>
    </message>
    <message>
      <source>Save the graph</source>
      <translation>保存工作流</translation>
    </message>
    <message>
      <source>Save the grid as a picture …</source>
      <translation>把网格保存为图片…</translation>
    </message>
    <message>
      <source>Save the picture</source>
      <translation>保存图片</translation>
    </message>
    <message>
      <source>Save the picture as …</source>
      <translation>图片另存为…</translation>
    </message>
    <message>
      <source>Save the video</source>
      <translation>保存视频</translation>
    </message>
    <message>
      <source>Saved pictures</source>
      <translation>保存的图片</translation>
    </message>
    <message>
      <source>Saved {count} pictures in {folder}</source>
      <translation>已把 {count} 张图片保存到 {folder}</translation>
    </message>
    <message>
      <source>Saved {name} in {folder}</source>
      <translation>已把 {name} 保存到 {folder}</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>等比缩放</translation>
    </message>
    <message>
      <source>Scheduler</source>
      <translation>调度器</translation>
    </message>
    <message>
      <source>Scribble</source>
      <translation>涂鸦</translation>
    </message>
    <message>
      <source>Search at the &amp;mouse …</source>
      <translation>在鼠标处搜索(&amp;M)…</translation>
    </message>
    <message>
      <source>Search for a node</source>
      <translation>搜索节点</translation>
    </message>
    <message>
      <source>Search for a node to add</source>
      <translation>搜索要添加的节点</translation>
    </message>
    <message>
      <source>Search names, trigger words and base models</source>
      <translation>搜索名称、触发词和底模</translation>
    </message>
    <message>
      <source>Search prompts, seeds and titles</source>
      <translation>搜索提示词、种子和标题</translation>
    </message>
    <message>
      <source>Search starter graphs</source>
      <translation>搜索入门工作流</translation>
    </message>
    <message>
      <source>Search the keys</source>
      <translation>搜索快捷键</translation>
    </message>
    <message>
      <source>Search the settings</source>
      <translation>搜索设置</translation>
    </message>
    <message>
      <source>Second</source>
      <translation>第二</translation>
    </message>
    <message>
      <source>Second key of {action}</source>
      <translation>“{action}”的第二快捷键</translation>
    </message>
    <message>
      <source>Second pass</source>
      <translation>第二遍</translation>
    </message>
    <message>
      <source>Second prompt</source>
      <translation>第二段提示词</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>种子</translation>
    </message>
    <message>
      <source>Seed List</source>
      <translation>种子列表</translation>
    </message>
    <message>
      <source>Seed control</source>
      <translation>种子控制</translation>
    </message>
    <message>
      <source>Seed {seed}</source>
      <translation>种子 {seed}</translation>
    </message>
    <message>
      <source>Seeded Noise</source>
      <translation>种子噪声</translation>
    </message>
    <message>
      <source>Seeds</source>
      <translation>种子</translation>
    </message>
    <message>
      <source>Seeds and ranges with commas between, as in 1, 5, 9-12.</source>
      <translation>种子和范围，以逗号分隔，如 1, 5, 9-12。</translation>
    </message>
    <message>
      <source>Segmentation</source>
      <translation>分割</translation>
    </message>
    <message>
      <source>Segmentation network</source>
      <translation>分割网络</translation>
    </message>
    <message>
      <source>Select &amp;all</source>
      <translation>全选(&amp;A)</translation>
    </message>
    <message>
      <source>Select a frame or a note to change its size.</source>
      <translation>请选中一个分组框或便签再改变尺寸。</translation>
    </message>
    <message>
      <source>Select a node to read what it does, and what just happened to it.</source>
      <translation>选中一个节点，查看它的作用和刚刚发生的情况。</translation>
    </message>
    <message>
      <source>Select a node to see and change its settings.</source>
      <translation>选中一个节点，查看并更改它的设置。</translation>
    </message>
    <message>
      <source>Select an input or an output of this subgraph to move it.</source>
      <translation>请选中此子图的一个输入或输出再移动。</translation>
    </message>
    <message>
      <source>Select several</source>
      <translation>选择多个</translation>
    </message>
    <message>
      <source>Select three things or more to distribute them.</source>
      <translation>要等距分布，请选中三个或更多对象。</translation>
    </message>
    <message>
      <source>Select two things or more to put them in line.</source>
      <translation>要对齐，请选中两个或更多对象。</translation>
    </message>
    <message>
      <source>Send the picture to a slot</source>
      <translation>把图片放入槽位</translation>
    </message>
    <message>
      <source>Send to slot 1</source>
      <translation>放入槽位 1</translation>
    </message>
    <message>
      <source>Send to slot 2</source>
      <translation>放入槽位 2</translation>
    </message>
    <message>
      <source>Send to slot 3</source>
      <translation>放入槽位 3</translation>
    </message>
    <message>
      <source>Send to slot 4</source>
      <translation>放入槽位 4</translation>
    </message>
    <message>
      <source>Send to slot 5</source>
      <translation>放入槽位 5</translation>
    </message>
    <message>
      <source>Send to slot 6</source>
      <translation>放入槽位 6</translation>
    </message>
    <message>
      <source>Send to slot 7</source>
      <translation>放入槽位 7</translation>
    </message>
    <message>
      <source>Send to slot 8</source>
      <translation>放入槽位 8</translation>
    </message>
    <message>
      <source>Send to slot 9</source>
      <translation>放入槽位 9</translation>
    </message>
    <message>
      <source>Set Latent Noise Mask</source>
      <translation>设置潜变量噪声蒙版</translation>
    </message>
    <message>
      <source>Set {parameter}</source>
      <translation>设置“{parameter}”</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Several prompts at once</source>
      <translation>同时使用多段提示词</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>比例</translation>
    </message>
    <message>
      <source>Share of the other model: 0 is the first model alone, 1 the other one alone, or all of its changes where there is a base.</source>
      <translation>另一个模型的比例：0 为只用第一个模型，1 为只用另一个，有底模时则为其全部变化。</translation>
    </message>
    <message>
      <source>Shares of single blocks in place of the amount, such as down = 0.2, up.1 = 0.9: down, mid and up are parts of a U-Net, joint and single those of SD 3 and Flux, text the layers of text encoders, other the rest.</source>
      <translation>代替强度、用于单个块的比例，例如 down = 0.2, up.1 = 0.9：down、mid 和 up 是 U-Net 的部分，joint 和 single 是 SD 3 和 Flux 的部分，text 是文本编码器的层，other 是其余部分。</translation>
    </message>
    <message>
      <source>Sharp pixels</source>
      <translation>锐利像素</translation>
    </message>
    <message>
      <source>Sharpen</source>
      <translation>锐化</translation>
    </message>
    <message>
      <source>Sharpens structure, with or without a negative prompt, and asks the network once more a step.
Perturbed attention (PAG) is for SD 1, SD 2 and SDXL, layers left out (SLG) for SD 3 as well.</source>
      <translation>使结构更清晰，有无负面提示词均可，每一步多调用一次网络。扰动注意力（PAG）用于 SD 1、SD 2 和 SDXL，略去层（SLG）还可用于 SD 3。</translation>
    </message>
    <message>
      <source>Sheets</source>
      <translation>页</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>偏移</translation>
    </message>
    <message>
      <source>Shift moves levels of SD 3 and Flux towards noise, as larger pictures need it; scale multiplies levels of other models; flip goes from picture to noise, with Euler only.</source>
      <translation>“偏移”把 SD 3 和 Flux 的噪声水平推向噪声，较大的图片需要这样；“缩放”把其他模型的噪声水平乘以倍数；“翻转”从图片走向噪声，仅限 Euler。</translation>
    </message>
    <message>
      <source>Shift noise levels up or down, or turn their order round.</source>
      <translation>提高或降低噪声水平，或颠倒其顺序。</translation>
    </message>
    <message>
      <source>Show a mask as a grey picture, so that everything made for pictures works on it.</source>
      <translation>把蒙版显示为灰度图片，让所有用于图片的节点都能处理它。</translation>
    </message>
    <message>
      <source>Show in its fol&amp;der</source>
      <translation>在文件夹中显示(&amp;D)</translation>
    </message>
    <message>
      <source>Show in its folder</source>
      <translation>在文件夹中显示</translation>
    </message>
    <message>
      <source>Show in slot</source>
      <translation>显示到槽位</translation>
    </message>
    <message>
      <source>Show in the &amp;folder</source>
      <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
      <source>Show in the folder</source>
      <translation>在文件夹中显示</translation>
    </message>
    <message>
      <source>Show in the panel</source>
      <translation>在面板中显示</translation>
    </message>
    <message>
      <source>Show it beside this one</source>
      <translation>在另一个标签页中打开</translation>
    </message>
    <message>
      <source>Show on the canvas</source>
      <translation>在画布上显示</translation>
    </message>
    <message>
      <source>Show only the mean colour of every square, for colour adapters and ControlNets.</source>
      <translation>只显示每个方格的平均色，供颜色适配器和 ControlNet 使用。</translation>
    </message>
    <message>
      <source>Show or hide the minimap</source>
      <translation>显示或隐藏小地图</translation>
    </message>
    <message>
      <source>Show pictures without saving them; they go on unchanged.</source>
      <translation>显示图片但不保存；图片原样传出。</translation>
    </message>
    <message>
      <source>Show the &amp;log</source>
      <translation>显示日志(&amp;L)</translation>
    </message>
    <message>
      <source>Show the &amp;queue</source>
      <translation>显示队列(&amp;Q)</translation>
    </message>
    <message>
      <source>Show the file in its folder</source>
      <translation>在文件夹中显示文件</translation>
    </message>
    <message>
      <source>Show the graph</source>
      <translation>显示工作流</translation>
    </message>
    <message>
      <source>Show the grid in the viewer</source>
      <translation>在查看器中显示网格</translation>
    </message>
    <message>
      <source>Show the log</source>
      <translation>显示日志</translation>
    </message>
    <message>
      <source>Show the node on the canvas</source>
      <translation>在画布上显示节点</translation>
    </message>
    <message>
      <source>Show the other one</source>
      <translation>打开另一个版本</translation>
    </message>
    <message>
      <source>Show the pixels of enlarged pictures</source>
      <translation>显示放大图片的像素</translation>
    </message>
    <message>
      <source>Show the whole picture</source>
      <translation>显示整张图片</translation>
    </message>
    <message>
      <source>Show what is pinned as a form with a large viewer</source>
      <translation>以表单显示固定的参数，配大查看器</translation>
    </message>
    <message>
      <source>Show which way surfaces face, out of a depth map, for normal ControlNets.</source>
      <translation>由深度图显示表面的朝向，供法线 ControlNet 使用。</translation>
    </message>
    <message>
      <source>Show {names}</source>
      <translation>显示 {names}</translation>
    </message>
    <message>
      <source>Shown from the next start of the program.</source>
      <translation>下次启动程序时显示。</translation>
    </message>
    <message>
      <source>Shows</source>
      <translation>图片内容</translation>
    </message>
    <message>
      <source>Shows the whole graph in a corner while a part of it is out of view.</source>
      <translation>工作流有一部分在视野之外时，在角落显示整个工作流。</translation>
    </message>
    <message>
      <source>Shrink</source>
      <translation>收缩</translation>
    </message>
    <message>
      <source>Shuffle</source>
      <translation>打乱</translation>
    </message>
    <message>
      <source>Side</source>
      <translation>侧</translation>
    </message>
    <message>
      <source>Side by side</source>
      <translation>并排</translation>
    </message>
    <message>
      <source>Side of a square.</source>
      <translation>方格的边长。</translation>
    </message>
    <message>
      <source>Side of the tiles that are decoded one by one; 0 decodes the picture in one go.</source>
      <translation>逐块解码的分块边长；0 表示一次解码整张图片。</translation>
    </message>
    <message>
      <source>Side of the tiles that are done one by one, to save memory; 0 does all in one go.</source>
      <translation>逐块处理的分块边长，可节省内存；0 表示一次处理全部。</translation>
    </message>
    <message>
      <source>Side of the tiles that are encoded one by one; 0 encodes a frame in one go.</source>
      <translation>逐块编码的分块边长；0 表示一次编码整帧。</translation>
    </message>
    <message>
      <source>Side of the tiles that are encoded one by one; 0 encodes the picture in one go.</source>
      <translation>逐块编码的分块边长；0 表示一次编码整张图片。</translation>
    </message>
    <message>
      <source>Sigmas</source>
      <translation>Sigma</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>尺寸</translation>
    </message>
    <message>
      <source>Size above</source>
      <translation>上方尺寸</translation>
    </message>
    <message>
      <source>Size below</source>
      <translation>下方尺寸</translation>
    </message>
    <message>
      <source>Size of the outlines</source>
      <translation>轮廓的尺寸</translation>
    </message>
    <message>
      <source>Skeletons on black.</source>
      <translation>黑底骨架。</translation>
    </message>
    <message>
      <source>Slerp mixes along an arc instead of a straight line, which keeps the strength of noise.</source>
      <translation>Slerp 沿弧线而不是直线混合，使噪声保持强度。</translation>
    </message>
    <message>
      <source>Slot {name}: {title} {role}</source>
      <translation>槽位 {name}：{title} {role}</translation>
    </message>
    <message>
      <source>Slot {slot} is empty.</source>
      <translation>槽位 {slot} 是空的。</translation>
    </message>
    <message>
      <source>Slots of the viewer</source>
      <translation>查看器的槽位</translation>
    </message>
    <message>
      <source>Smaller brush</source>
      <translation>减小画笔</translation>
    </message>
    <message>
      <source>Snap to neighbours</source>
      <translation>与相邻对象对齐</translation>
    </message>
    <message>
      <source>Snap to the grid</source>
      <translation>对齐到网格</translation>
    </message>
    <message>
      <source>So long after the last change it runs.</source>
      <translation>最后一次改动后经过这段时间再运行。</translation>
    </message>
    <message>
      <source>Socket further &amp;down</source>
      <translation>端口下移(&amp;D)</translation>
    </message>
    <message>
      <source>Socket further &amp;up</source>
      <translation>端口上移(&amp;U)</translation>
    </message>
    <message>
      <source>Soft Edge</source>
      <translation>软边缘</translation>
    </message>
    <message>
      <source>Soft keeps greys; hard makes everything black or white.</source>
      <translation>“软”保留灰度；“硬”使每处非黑即白。</translation>
    </message>
    <message>
      <source>Soft keeps greys; ink gives solid lines; even brings faint lines to the usual strength, such as those of a pencil sketch.</source>
      <translation>“软”保留灰度；“墨线”画出实线；“均匀”把淡线（如铅笔草图的线条）提升到通常的强度。</translation>
    </message>
    <message>
      <source>Soft white borders on black.</source>
      <translation>黑底柔和的白色边缘。</translation>
    </message>
    <message>
      <source>Soften the borders of a mask, so that what is painted there blends in.</source>
      <translation>柔化蒙版的边缘，让重绘的内容自然融合。</translation>
    </message>
    <message>
      <source>Softness</source>
      <translation>柔度</translation>
    </message>
    <message>
      <source>Something went wrong.</source>
      <translation>出了点问题。</translation>
    </message>
    <message>
      <source>Spacing</source>
      <translation>间隔</translation>
    </message>
    <message>
      <source>Speed of the video</source>
      <translation>视频的速度</translation>
    </message>
    <message>
      <source>Spend more of the steps on the composition, or more on details, with SD 3 and Flux.</source>
      <translation>用于 SD 3 和 Flux：把更多的步用于构图，或更多用于细节。</translation>
    </message>
    <message>
      <source>Split Images</source>
      <translation>拆分图像</translation>
    </message>
    <message>
      <source>Split Latents</source>
      <translation>拆分潜变量</translation>
    </message>
    <message>
      <source>Split Noise Levels</source>
      <translation>切分噪声水平</translation>
    </message>
    <message>
      <source>Split Text</source>
      <translation>拆分文本</translation>
    </message>
    <message>
      <source>SplitSigmas</source>
      <translation>切分 Sigma</translation>
    </message>
    <message>
      <source>Squares of one colour each.</source>
      <translation>各为一种颜色的方格。</translation>
    </message>
    <message>
      <source>Stable Diffusion 2</source>
      <translation>Stable Diffusion 2</translation>
    </message>
    <message>
      <source>Stable Diffusion 3</source>
      <translation>Stable Diffusion 3</translation>
    </message>
    <message>
      <source>Stable Video Diffusion sets a picture in motion.</source>
      <translation>Stable Video Diffusion 让图片动起来。</translation>
    </message>
    <message>
      <source>Stack of LoRAs</source>
      <translation>叠加多个 LoRA</translation>
    </message>
    <message>
      <source>Stained glass</source>
      <translation>彩绘玻璃</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>起点</translation>
    </message>
    <message>
      <source>Start anew</source>
      <translation>重新开始</translation>
    </message>
    <message>
      <source>Start step</source>
      <translation>起始步</translation>
    </message>
    <message>
      <source>Start the sweep</source>
      <translation>开始扫描</translation>
    </message>
    <message>
      <source>Start with</source>
      <translation>启动时显示</translation>
    </message>
    <message>
      <source>Starter graphs</source>
      <translation>入门工作流</translation>
    </message>
    <message>
      <source>Starting …</source>
      <translation>正在启动…</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>步</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>步数</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stop before this step and leave the rest of the noise in; 0 goes to the end.</source>
      <translation>在这一步之前停止，留下剩余的噪声；0 表示进行到底。</translation>
    </message>
    <message>
      <source>Stop exposing</source>
      <translation>取消公开</translation>
    </message>
    <message>
      <source>Stop exposing {parameter}</source>
      <translation>取消公开“{parameter}”</translation>
    </message>
    <message>
      <source>Stop this run</source>
      <translation>停止这次运行</translation>
    </message>
    <message>
      <source>Stop this sweep</source>
      <translation>停止这次扫描</translation>
    </message>
    <message>
      <source>Stop; the steps that are done are kept</source>
      <translation>停止；已完成的步会保留</translation>
    </message>
    <message>
      <source>Stop; what has come is kept</source>
      <translation>停止；已接收的内容会保留</translation>
    </message>
    <message>
      <source>Stopped after {time}</source>
      <translation>已停止，用时 {time}</translation>
    </message>
    <message>
      <source>Stopped at {done} of {total}</source>
      <translation>停止于 {done}，共 {total}</translation>
    </message>
    <message>
      <source>Strength</source>
      <translation>强度</translation>
    </message>
    <message>
      <source>Strength of the detail</source>
      <translation>细节的强度</translation>
    </message>
    <message>
      <source>Strength of the style</source>
      <translation>风格的强度</translation>
    </message>
    <message>
      <source>Strengths of single blocks, such as down = 0.5, up.1 = 0: down, mid and up are parts of a U-Net, joint and single those of SD 3 and Flux, text the layers of text encoders, other the rest; they multiply the strengths above, and what is not named keeps them.</source>
      <translation>用于单个块的强度，例如 down = 0.5, up.1 = 0：down、mid 和 up 是 U-Net 的部分，joint 和 single 是 SD 3 和 Flux 的部分，text 是文本编码器的层，other 是其余部分；它们与上面的强度相乘，没有写出的保持原强度。</translation>
    </message>
    <message>
      <source>Stretch changes the proportions; fit keeps them and stays within the size; fill keeps them and cuts off what stands over.</source>
      <translation>“拉伸”改变比例；“适应”保持比例并限制在尺寸之内；“填充”保持比例并裁去超出的部分。</translation>
    </message>
    <message>
      <source>Style</source>
      <translation>风格</translation>
    </message>
    <message>
      <source>Su&amp;bgraph</source>
      <translation>子图(&amp;B)</translation>
    </message>
    <message>
      <source>Subfolders</source>
      <translation>子文件夹</translation>
    </message>
    <message>
      <source>Subgraph Input</source>
      <translation>子图输入</translation>
    </message>
    <message>
      <source>Subgraph Output</source>
      <translation>子图输出</translation>
    </message>
    <message>
      <source>Swap A and B</source>
      <translation>交换 A 和 B</translation>
    </message>
    <message>
      <source>Swap width and height</source>
      <translation>交换宽和高</translation>
    </message>
    <message>
      <source>Sweep</source>
      <translation>参数扫描</translation>
    </message>
    <message>
      <source>Sweep over {parameter} …</source>
      <translation>扫描“{parameter}”…</translation>
    </message>
    <message>
      <source>Switch</source>
      <translation>切换</translation>
    </message>
    <message>
      <source>Switch off, and all that needs it</source>
      <translation>关闭此节点以及所有依赖它的节点</translation>
    </message>
    <message>
      <source>T&amp;urn the line</source>
      <translation>旋转分隔线(&amp;U)</translation>
    </message>
    <message>
      <source>T2I-Adapter</source>
      <translation>T2I-Adapter</translation>
    </message>
    <message>
      <source>T2I-Adapters cannot steer videos: use a ControlNet, or take the adapter away.</source>
      <translation>T2I-Adapter 不能控制视频：请使用 ControlNet，或移除该适配器。</translation>
    </message>
    <message>
      <source>T5 tokenizer</source>
      <translation>T5 分词器</translation>
    </message>
    <message>
      <source>TCFG</source>
      <translation>TCFG</translation>
    </message>
    <message>
      <source>Tab goes on to the next one; a subgraph without values is opened</source>
      <translation>Tab 移到下一个；没有可编辑参数的子图会被打开</translation>
    </message>
    <message>
      <source>Tab, a tap of Space, or double-click where nothing is</source>
      <translation>在空白处按 Tab、轻按空格键或双击</translation>
    </message>
    <message>
      <source>Take &amp;all out of the queue</source>
      <translation>清空队列(&amp;A)</translation>
    </message>
    <message>
      <source>Take a batch apart, so that what follows works on every picture alone.</source>
      <translation>把一个批次拆开，让后面的节点逐张处理图片。</translation>
    </message>
    <message>
      <source>Take a batch of latents apart, so that what follows works on each picture alone.</source>
      <translation>把潜变量的批次拆开，让后面的节点逐张处理。</translation>
    </message>
    <message>
      <source>Take a text apart, so that what follows runs once for each part.</source>
      <translation>把文本拆开，后面的节点对每个部分各运行一次。</translation>
    </message>
    <message>
      <source>Take a video apart into its frames, so that everything made for pictures works on it.</source>
      <translation>把视频拆成帧，让所有用于图片的节点都能处理它。</translation>
    </message>
    <message>
      <source>Take all out of the queue</source>
      <translation>清空队列</translation>
    </message>
    <message>
      <source>Take details away, for tile ControlNets, which invent new ones in their place.</source>
      <translation>去掉细节，供分块 ControlNet 使用，由它补出新的细节。</translation>
    </message>
    <message>
      <source>Take nodes out and join what ran through them</source>
      <translation>抽出节点，并接合穿过它们的连线</translation>
    </message>
    <message>
      <source>Take off the list</source>
      <translation>移出列表</translation>
    </message>
    <message>
      <source>Take one item out of a list.</source>
      <translation>从列表中取出一项。</translation>
    </message>
    <message>
      <source>Take out of the queue</source>
      <translation>移出队列</translation>
    </message>
    <message>
      <source>Take painted strokes back</source>
      <translation>撤回笔触</translation>
    </message>
    <message>
      <source>Take the brightness or one colour of a picture as a mask.</source>
      <translation>取图片的亮度或一种颜色作为蒙版。</translation>
    </message>
    <message>
      <source>Take the last stroke back (Ctrl+Z)</source>
      <translation>撤回最后一笔（Ctrl+Z）</translation>
    </message>
    <message>
      <source>Take the values of a cell</source>
      <translation>采用单元格的值</translation>
    </message>
    <message>
      <source>Takes</source>
      <translation>输入</translation>
    </message>
    <message>
      <source>Takes the folder of a DPT or Depth Anything network of the transformers library, with weights as
.safetensors.</source>
      <translation>接受 transformers 库的 DPT 或 Depth Anything 网络的文件夹，权重为 .safetensors。</translation>
    </message>
    <message>
      <source>Takes the folder of a SegFormer, UPerNet, DPT, BEiT, MaskFormer or Mask2Former network of the
transformers library, trained on ADE20K, with weights as .safetensors.</source>
      <translation>接受 transformers 库的 SegFormer、UPerNet、DPT、BEiT、MaskFormer 或 Mask2Former 网络的文件夹，以 ADE20K 训练，权重为 .safetensors。</translation>
    </message>
    <message>
      <source>Takes the folder of a ViTPose network, and for several people that of a detector (RT-DETR or
YOLOS), both of the transformers library with weights as .safetensors.</source>
      <translation>接受 ViTPose 网络的文件夹，多人时还需检测器（RT-DETR 或 YOLOS）的文件夹；两者均属于 transformers 库，权重为 .safetensors。</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>目标尺寸</translation>
    </message>
    <message>
      <source>Teach a text model a word: a file with the vectors that stand for it (an embedding).</source>
      <translation>教文本模型一个词：文件中含有代表它的向量（嵌入）。</translation>
    </message>
    <message>
      <source>Teal</source>
      <translation>青色</translation>
    </message>
    <message>
      <source>Tell SDXL that its picture was larger or smaller, or cropped, and the refiner how it looks.</source>
      <translation>告诉 SDXL 其图片原来更大、更小或经过裁剪，并告诉 refiner 画面的美观程度。</translation>
    </message>
    <message>
      <source>Tell how large pictures are and how many there are.</source>
      <translation>给出图片的尺寸和张数。</translation>
    </message>
    <message>
      <source>Tell of the end of a run</source>
      <translation>运行结束时通知</translation>
    </message>
    <message>
      <source>Tell the prompt in the mark</source>
      <translation>在标记中写出提示词</translation>
    </message>
    <message>
      <source>Ten minutes with pictures, and how everything is done</source>
      <translation>十分钟图文教程，以及各项操作的方法</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>判断</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>Text Encoder</source>
      <translation>文本编码器</translation>
    </message>
    <message>
      <source>Text encoder</source>
      <translation>文本编码器</translation>
    </message>
    <message>
      <source>Text encoder of a model.</source>
      <translation>模型的文本编码器。</translation>
    </message>
    <message>
      <source>Text encoder with its tokenizer; for the Text Encoder.</source>
      <translation>带分词器的文本编码器；供“文本编码器”节点使用。</translation>
    </message>
    <message>
      <source>Text in Markdown</source>
      <translation>Markdown 文字</translation>
    </message>
    <message>
      <source>Text model</source>
      <translation>文本模型</translation>
    </message>
    <message>
      <source>Text strength</source>
      <translation>文本强度</translation>
    </message>
    <message>
      <source>Text to image</source>
      <translation>文生图</translation>
    </message>
    <message>
      <source>Text to video with AnimateDiff</source>
      <translation>用 AnimateDiff 文生视频</translation>
    </message>
    <message>
      <source>TextModel</source>
      <translation>文本模型</translation>
    </message>
    <message>
      <source>Texts</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>Texts that hold numbers are compared as numbers with numbers.</source>
      <translation>含数字的文本与数比较时，按数比较。</translation>
    </message>
    <message>
      <source>Textual Inversion</source>
      <translation>文本反转</translation>
    </message>
    <message>
      <source>The ControlNet ends at {end}, before it starts at {start}: raise end or lower start.</source>
      <translation>ControlNet 在 {end} 结束，早于开始的 {start}：请提高终点或降低起点。</translation>
    </message>
    <message>
      <source>The ControlNet got {pictures} pictures for {batch}: give it one, or one for each picture.</source>
      <translation>ControlNet 得到 {pictures} 张图片，而批次为 {batch}：请提供一张，或每张图片各一张。</translation>
    </message>
    <message>
      <source>The ControlNet wants pictures with {expected} channels, not {channels}: use the preprocessing that belongs to it.</source>
      <translation>ControlNet 需要 {expected} 个通道的图片，而不是 {channels} 个：请使用与它配套的预处理。</translation>
    </message>
    <message>
      <source>The ControlNet.</source>
      <translation>ControlNet。</translation>
    </message>
    <message>
      <source>The IP-Adapter, which says what it wants to know.</source>
      <translation>IP-Adapter，它说明需要了解什么。</translation>
    </message>
    <message>
      <source>The IP-Adapter.</source>
      <translation>IP-Adapter。</translation>
    </message>
    <message>
      <source>The Sampler's cfg stays the number that such a model was distilled with. With a true cfg above 1
and a negative prompt every step asks the model twice, and takes twice as long.</source>
      <translation>采样器的 CFG 仍是这类模型蒸馏时所用的数值。真实 CFG 大于 1 且有负面提示词时，每一步询问模型两次，用时加倍。</translation>
    </message>
    <message>
      <source>The Sampler's denoise says how much may change. Motion layers overlook some 16 to 32 frames.</source>
      <translation>采样器的去噪强度决定可改变多少。运动层能顾及约 16 到 32 帧。</translation>
    </message>
    <message>
      <source>The T2I-Adapter.</source>
      <translation>T2I-Adapter。</translation>
    </message>
    <message>
      <source>The VAE; for encoding and decoding.</source>
      <translation>VAE；用于编码和解码。</translation>
    </message>
    <message>
      <source>The adapter; for the IP-Adapter.</source>
      <translation>适配器；供 IP-Adapter 节点使用。</translation>
    </message>
    <message>
      <source>The autoencoder of a whole model.</source>
      <translation>完整模型的自编码器。</translation>
    </message>
    <message>
      <source>The backbone of its first two up blocks is scaled up, what skips the middle is scaled down.
Good values differ: about 1.5, 1.6, 0.9, 0.2 for SD 1; 1.4, 1.6, 0.9, 0.2 for SD 2; 1.3, 1.4,
0.9, 0.2 for SDXL.</source>
      <translation>放大前两个上行块的主干，缩小跳过中间部分的连接。合适的值各不相同：SD 1 约为 1.5、1.6、0.9、0.2；SD 2 为 1.4、1.6、0.9、0.2；SDXL 为 1.3、1.4、0.9、0.2。</translation>
    </message>
    <message>
      <source>The base prompt with this region.</source>
      <translation>加上此区域的基础提示词。</translation>
    </message>
    <message>
      <source>The batch.</source>
      <translation>批次。</translation>
    </message>
    <message>
      <source>The batch; a list becomes one by Join List.</source>
      <translation>批次；列表经“合并列表”成为批次。</translation>
    </message>
    <message>
      <source>The blended pictures.</source>
      <translation>混合后的图片。</translation>
    </message>
    <message>
      <source>The brightest grey that turns white.</source>
      <translation>变为白色的最亮灰度。</translation>
    </message>
    <message>
      <source>The cache in {folder} cannot be used ({reason}): close other copies of the program, or choose another folder in the settings.</source>
      <translation>{folder} 中的缓存无法使用（{reason}）：请关闭本程序的其他副本，或在设置中选择另一个文件夹。</translation>
    </message>
    <message>
      <source>The cache on disk is switched off: switch it on in the settings.</source>
      <translation>磁盘缓存已关闭：请在设置中打开。</translation>
    </message>
    <message>
      <source>The cfg of the first frame; it rises to that of the Sampler.</source>
      <translation>第一帧的 CFG；逐渐升到采样器的 CFG。</translation>
    </message>
    <message>
      <source>The chain with this one.</source>
      <translation>加上这一个之后的链。</translation>
    </message>
    <message>
      <source>The changed mask.</source>
      <translation>改变后的蒙版。</translation>
    </message>
    <message>
      <source>The changed noise levels.</source>
      <translation>更改后的噪声水平。</translation>
    </message>
    <message>
      <source>The changed pictures.</source>
      <translation>更改后的图片。</translation>
    </message>
    <message>
      <source>The changed text.</source>
      <translation>更改后的文本。</translation>
    </message>
    <message>
      <source>The changes with this one.</source>
      <translation>加上这一项之后的变化。</translation>
    </message>
    <message>
      <source>The clipboard holds no graph: copy nodes first.</source>
      <translation>剪贴板中没有工作流：请先复制节点。</translation>
    </message>
    <message>
      <source>The colour</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>The colour everywhere, or one that goes over into the other.</source>
      <translation>处处相同的颜色，或渐变到另一种的颜色。</translation>
    </message>
    <message>
      <source>The colour that a gradient goes over into.</source>
      <translation>渐变到达的颜色。</translation>
    </message>
    <message>
      <source>The colour to look for.</source>
      <translation>要查找的颜色。</translation>
    </message>
    <message>
      <source>The colour.</source>
      <translation>颜色。</translation>
    </message>
    <message>
      <source>The conversion of {file} was stopped; nothing was written.</source>
      <translation>{file} 的转换已停止；没有写出任何内容。</translation>
    </message>
    <message>
      <source>The darkest grey that turns white.</source>
      <translation>变为白色的最暗灰度。</translation>
    </message>
    <message>
      <source>The decoded picture.</source>
      <translation>解码后的图片。</translation>
    </message>
    <message>
      <source>The device could not be prepared ({kind}: {text}): see the log, or reinstall.</source>
      <translation>计算设备无法准备（{kind}：{text}）：请查看日志，或重新安装。</translation>
    </message>
    <message>
      <source>The disk is busy writing results: wait a moment and try again.</source>
      <translation>磁盘正忙于写入结果：请稍候再试。</translation>
    </message>
    <message>
      <source>The documentation is not there: {file} is missing.</source>
      <translation>没有找到文档：缺少 {file}。</translation>
    </message>
    <message>
      <source>The download met an error that nobody foresaw ({problem}): try again.</source>
      <translation>下载遇到了未曾预料的错误（{problem}）：请重试。</translation>
    </message>
    <message>
      <source>The download of {name} was stopped; what has come so far is kept.</source>
      <translation>{name} 的下载已停止；已接收的内容会保留。</translation>
    </message>
    <message>
      <source>The encoder that the IP-Adapter was made with.</source>
      <translation>制作 IP-Adapter 时所用的编码器。</translation>
    </message>
    <message>
      <source>The encoder; for Image Prompt.</source>
      <translation>编码器；供“图像提示”使用。</translation>
    </message>
    <message>
      <source>The encoders; for the Text Encoder.</source>
      <translation>编码器；供“文本编码器”节点使用。</translation>
    </message>
    <message>
      <source>The file is a .safetensors with the family and the mask inside. Of a latent that a Sampler left
noisy the numbers are kept, not where the Sampler stood. Files are never overwritten.</source>
      <translation>文件为 .safetensors，内含系列和蒙版。对于采样器留下的带噪潜变量，只保留数值，不保留采样器所处的位置。文件从不被覆盖。</translation>
    </message>
    <message>
      <source>The file is gone</source>
      <translation>文件不见了</translation>
    </message>
    <message>
      <source>The file of {name} was changed since you opened it.</source>
      <translation>{name} 的文件在您打开之后被更改过。</translation>
    </message>
    <message>
      <source>The file of {name} was moved or deleted.</source>
      <translation>{name} 的文件已被移动或删除。</translation>
    </message>
    <message>
      <source>The file that was written.</source>
      <translation>写出的文件。</translation>
    </message>
    <message>
      <source>The file.</source>
      <translation>文件。</translation>
    </message>
    <message>
      <source>The files that were written.</source>
      <translation>写出的文件。</translation>
    </message>
    <message>
      <source>The filled pictures.</source>
      <translation>填充后的图片。</translation>
    </message>
    <message>
      <source>The first frame to take, from 0.</source>
      <translation>采用的第一帧，从 0 数起。</translation>
    </message>
    <message>
      <source>The first model.</source>
      <translation>第一个模型。</translation>
    </message>
    <message>
      <source>The first number.</source>
      <translation>第一个数。</translation>
    </message>
    <message>
      <source>The first steps settle what lies where, the last ones surfaces and small things. Chain several
for more than two prompts. A later prompt is cheap to change, since the steps before are kept.</source>
      <translation>前几步决定布局，后几步决定表面和细节。需要两段以上提示词时可串联多个节点。修改后面的提示词几乎不费时间，因为之前的步已经缓存。</translation>
    </message>
    <message>
      <source>The folder has {count} such pictures, so there is none at {first}: begin earlier.</source>
      <translation>文件夹中有 {count} 张这样的图片，因此没有第 {first} 张：请从更前面开始。</translation>
    </message>
    <message>
      <source>The folder is out of reach</source>
      <translation>无法访问文件夹</translation>
    </message>
    <message>
      <source>The folder of {name} cannot be reached.</source>
      <translation>无法访问 {name} 所在的文件夹。</translation>
    </message>
    <message>
      <source>The folder with what the program noted</source>
      <translation>存放程序日志的文件夹</translation>
    </message>
    <message>
      <source>The formula "{formula}" cannot be read from character {place} on: write it like a * 2 + max(b, 1).</source>
      <translation>公式“{formula}”从第 {place} 个字符起无法读取：请写成 a * 2 + max(b, 1) 这样。</translation>
    </message>
    <message>
      <source>The formula has too many parts within each other: split it over several nodes.</source>
      <translation>公式中嵌套的部分过多：请把它分到多个节点。</translation>
    </message>
    <message>
      <source>The formula uses {name}, which is not known: use one of {known}.</source>
      <translation>公式使用了未知的 {name}：请使用 {known} 之一。</translation>
    </message>
    <message>
      <source>The frames of this video are no longer kept: run its graph again.</source>
      <translation>此视频的帧已不在缓存中：请重新运行它的工作流。</translation>
    </message>
    <message>
      <source>The frames with their rate.</source>
      <translation>帧及其帧率。</translation>
    </message>
    <message>
      <source>The graph has no node with the id or title {name}: {hint}.</source>
      <translation>工作流中没有 id 或标题为 {name} 的节点：{hint}。</translation>
    </message>
    <message>
      <source>The graph has nothing to run: add a Save Image or a Preview and connect it.</source>
      <translation>工作流没有可运行的内容：请添加“保存图像”或“预览”并连接。</translation>
    </message>
    <message>
      <source>The graph is as it was saved: {when}. Undo takes that back.</source>
      <translation>工作流已恢复到保存时的状态：{when}。可以撤销此操作。</translation>
    </message>
    <message>
      <source>The graph of this picture is not known.</source>
      <translation>这张图片的工作流未知。</translation>
    </message>
    <message>
      <source>The graph without paths and prompts</source>
      <translation>不含路径和提示词的工作流</translation>
    </message>
    <message>
      <source>The graph {name} wants to read files of yours.</source>
      <translation>工作流 {name} 要读取您的文件。</translation>
    </message>
    <message>
      <source>The graphs from before</source>
      <translation>先前打开的工作流</translation>
    </message>
    <message>
      <source>The guidance with it.</source>
      <translation>加上此项之后的引导。</translation>
    </message>
    <message>
      <source>The history of results in {file} cannot be used ({reason}): pictures that are made now may be missing there, so save those that you want to keep.</source>
      <translation>{file} 中的历史无法使用（{reason}）：现在生成的图片可能不会记录，请保存想要保留的图片。</translation>
    </message>
    <message>
      <source>The history of results was damaged: it is kept as {file}, and a new one begins.</source>
      <translation>结果的历史已损坏：原文件保存为 {file}，并从头开始新的历史。</translation>
    </message>
    <message>
      <source>The id</source>
      <translation>id</translation>
    </message>
    <message>
      <source>The input in use.</source>
      <translation>在用的输入。</translation>
    </message>
    <message>
      <source>The input that was chosen.</source>
      <translation>选中的输入。</translation>
    </message>
    <message>
      <source>The item.</source>
      <translation>该项。</translation>
    </message>
    <message>
      <source>The items of the first list, each several times.</source>
      <translation>第一个列表的各项，每项多次。</translation>
    </message>
    <message>
      <source>The items of the second list, over and over.</source>
      <translation>第二个列表的各项，反复循环。</translation>
    </message>
    <message>
      <source>The kind {kind} is not installed.</source>
      <translation>没有安装类型 {kind}。</translation>
    </message>
    <message>
      <source>The larger pictures.</source>
      <translation>放大后的图片。</translation>
    </message>
    <message>
      <source>The last edits of {name} could not be read: you see it as it was before them.</source>
      <translation>{name} 的最后几次编辑无法读取：您看到的是此前的状态。</translation>
    </message>
    <message>
      <source>The last number.</source>
      <translation>最后一个数。</translation>
    </message>
    <message>
      <source>The latent after the last step.</source>
      <translation>最后一步之后的潜变量。</translation>
    </message>
    <message>
      <source>The latent became NaN at step {step} of {total}: lower cfg, take another scheduler or spacing, or set LATENT_LOOM_DTYPE=float32.</source>
      <translation>潜变量在第 {step} 步（共 {total} 步）变成了 NaN：请降低 CFG，换一个调度器或间隔，或设置 LATENT_LOOM_DTYPE=float32。</translation>
    </message>
    <message>
      <source>The latent below.</source>
      <translation>下层潜变量。</translation>
    </message>
    <message>
      <source>The latent has {channels} channels, but the model takes {expected}: encode it anew.</source>
      <translation>潜变量有 {channels} 个通道，但模型需要 {expected} 个：请重新编码。</translation>
    </message>
    <message>
      <source>The latent is a video of {frames} frames, but the model makes single pictures: put Animate between the model and the Sampler, or use an Empty Latent.</source>
      <translation>潜变量是 {frames} 帧的视频，但模型生成单张图片：请在模型与采样器之间放入“动画化”，或使用“空潜变量”。</translation>
    </message>
    <message>
      <source>The latent is for {latent} with {channels} channels, but the VAE is for {vae} with {expected}: connect the VAE of the model that made the latent.</source>
      <translation>潜变量属于 {latent}，有 {channels} 个通道，但 VAE 属于 {vae}，需要 {expected} 个：请连接生成该潜变量的模型的 VAE。</translation>
    </message>
    <message>
      <source>The latent is the same everywhere, so it cannot serve as noise: take another one.</source>
      <translation>潜变量处处相同，因此不能用作噪声：请换一个。</translation>
    </message>
    <message>
      <source>The latent is then an Empty Video Latent, or that of a video. About 16 frames go well together.</source>
      <translation>此时潜变量为“空视频潜变量”，或视频的潜变量。约 16 帧配合得较好。</translation>
    </message>
    <message>
      <source>The latent is {factor} times smaller than its picture, but this model works on latents that are {expected} times smaller: encode the picture with the VAE of this model.</source>
      <translation>潜变量的边长是图片的 1/{factor}，但此模型处理的是 1/{expected}：请用此模型的 VAE 编码图片。</translation>
    </message>
    <message>
      <source>The latent keeps how sure the autoencoder is, so that a Sampler can draw from it with its own
seed, as diffusers' pipelines do.</source>
      <translation>潜变量保留了自编码器的不确定度，因此采样器可以像 diffusers 的管线那样，用自己的种子从中抽取。</translation>
    </message>
    <message>
      <source>The latent to lay on it.</source>
      <translation>要放上去的潜变量。</translation>
    </message>
    <message>
      <source>The latent with the mask.</source>
      <translation>带蒙版的潜变量。</translation>
    </message>
    <message>
      <source>The latent.</source>
      <translation>潜变量。</translation>
    </message>
    <message>
      <source>The latent; of the size of the pictures to make.</source>
      <translation>潜变量；与要生成的图片尺寸相同。</translation>
    </message>
    <message>
      <source>The latents one by one.</source>
      <translation>逐个的潜变量。</translation>
    </message>
    <message>
      <source>The latents to save.</source>
      <translation>要保存的潜变量。</translation>
    </message>
    <message>
      <source>The latents, any number of wires.</source>
      <translation>潜变量，可接任意多条连线。</translation>
    </message>
    <message>
      <source>The levels from there on.</source>
      <translation>从那里开始的噪声水平。</translation>
    </message>
    <message>
      <source>The levels up to that step.</source>
      <translation>到该步为止的噪声水平。</translation>
    </message>
    <message>
      <source>The list has more than {most} seeds: make it shorter, or use several Samplers.</source>
      <translation>列表中的种子超过 {most} 个：请缩短列表，或使用多个采样器。</translation>
    </message>
    <message>
      <source>The list has no seeds: write at least one, such as 1, 5, 9-12.</source>
      <translation>列表中没有种子：请至少写一个，如 1, 5, 9-12。</translation>
    </message>
    <message>
      <source>The list has {count} items, so there is none at {index}: choose {first} to {last}.</source>
      <translation>列表有 {count} 项，因此没有第 {index} 项：请选择 {first} 到 {last}。</translation>
    </message>
    <message>
      <source>The list is empty: let something come into it.</source>
      <translation>列表是空的：请接入内容。</translation>
    </message>
    <message>
      <source>The list would have {count} items, and at most {most} are allowed: make it shorter.</source>
      <translation>列表将有 {count} 项，而最多允许 {most} 项：请缩短。</translation>
    </message>
    <message>
      <source>The list.</source>
      <translation>列表。</translation>
    </message>
    <message>
      <source>The longer batch.</source>
      <translation>加长后的批次。</translation>
    </message>
    <message>
      <source>The lower picture.</source>
      <translation>下层图片。</translation>
    </message>
    <message>
      <source>The lower pictures.</source>
      <translation>下层图片。</translation>
    </message>
    <message>
      <source>The mask as a picture.</source>
      <translation>作为图片的蒙版。</translation>
    </message>
    <message>
      <source>The mask feeds {node} now.</source>
      <translation>蒙版现已接入 {node}。</translation>
    </message>
    <message>
      <source>The mask is a node now: connect it where it is needed.</source>
      <translation>蒙版现在是一个节点：请把它连接到需要的地方。</translation>
    </message>
    <message>
      <source>The mask is black everywhere, so there is nothing to work on: paint where it should.</source>
      <translation>蒙版处处为黑，没有可处理的部分：请在需要之处绘制。</translation>
    </message>
    <message>
      <source>The mask is {mask} and the picture {picture} pixels: give both the same size before.</source>
      <translation>蒙版为 {mask} 像素，图片为 {picture} 像素：请先使两者尺寸相同。</translation>
    </message>
    <message>
      <source>The mask of the part, for Latent Mask.</source>
      <translation>该部分的蒙版，供“潜变量蒙版”使用。</translation>
    </message>
    <message>
      <source>The mask, as large as the picture under it.</source>
      <translation>蒙版，与下面的图片一样大。</translation>
    </message>
    <message>
      <source>The mask.</source>
      <translation>蒙版。</translation>
    </message>
    <message>
      <source>The mask; of several the rectangle around all.</source>
      <translation>蒙版；有多个时取包住全部的矩形。</translation>
    </message>
    <message>
      <source>The masks, any number of wires.</source>
      <translation>蒙版，可接任意多条连线。</translation>
    </message>
    <message>
      <source>The mixed network; for the Sampler.</source>
      <translation>混合后的网络；供采样器使用。</translation>
    </message>
    <message>
      <source>The mixed noise.</source>
      <translation>混合后的噪声。</translation>
    </message>
    <message>
      <source>The mixed text encoders.</source>
      <translation>混合后的文本编码器。</translation>
    </message>
    <message>
      <source>The model for the first steps.</source>
      <translation>用于前几步的模型。</translation>
    </message>
    <message>
      <source>The model for the steps after them.</source>
      <translation>用于之后各步的模型。</translation>
    </message>
    <message>
      <source>The model has no layers named {layers}: name some of its blocks, such as mid, down_blocks.1 or up_blocks.0, with commas between them.</source>
      <translation>模型没有名为 {layers} 的层：请写出它的一些块，如 mid, down_blocks.1 或 up_blocks.0，以逗号分隔。</translation>
    </message>
    <message>
      <source>The model is a folder in the diffusers layout with weights as .safetensors. Nothing is read into
memory before another node uses it.</source>
      <translation>模型是 diffusers 布局的文件夹，权重为 .safetensors。在其他节点使用它之前，不会读入内存。</translation>
    </message>
    <message>
      <source>The model is a single .safetensors or .gguf file, or a folder in the diffusers layout. Nothing
is read into memory before another node uses it. What a file does not hold is opened by Load VAE
and Load Text Encoders.</source>
      <translation>模型是单个 .safetensors 或 .gguf 文件，或 diffusers 布局的文件夹。在其他节点使用它之前，不会读入内存。文件中没有的部分由“加载 VAE”和“加载文本编码器”打开。</translation>
    </message>
    <message>
      <source>The model makes videos, but the latent is a single picture: use an Empty Video Latent.</source>
      <translation>模型生成视频，但潜变量是单张图片：请使用“空视频潜变量”。</translation>
    </message>
    <message>
      <source>The model moves already: connect it as it was before the first Animate.</source>
      <translation>模型已经带有运动：请连接第一个“动画化”之前的模型。</translation>
    </message>
    <message>
      <source>The model takes {needed:.1f} GB, but only {free:.1f} GB are free in {folder}: free some, or save in half precision.</source>
      <translation>模型需要 {needed:.1f} GB，但 {folder} 只有 {free:.1f} GB 可用：请腾出空间，或以半精度保存。</translation>
    </message>
    <message>
      <source>The model that is mixed in.</source>
      <translation>要混入的模型。</translation>
    </message>
    <message>
      <source>The model that makes videos.</source>
      <translation>生成视频的模型。</translation>
    </message>
    <message>
      <source>The model to change.</source>
      <translation>要更改的模型。</translation>
    </message>
    <message>
      <source>The model with FreeU.</source>
      <translation>带 FreeU 的模型。</translation>
    </message>
    <message>
      <source>The model with the LoRA; for the Sampler.</source>
      <translation>带 LoRA 的模型；供采样器使用。</translation>
    </message>
    <message>
      <source>The model with this shift.</source>
      <translation>带此偏移的模型。</translation>
    </message>
    <message>
      <source>The model with windows.</source>
      <translation>带窗口的模型。</translation>
    </message>
    <message>
      <source>The model.</source>
      <translation>模型。</translation>
    </message>
    <message>
      <source>The models that the VAE is for; automatic asks its surroundings.</source>
      <translation>VAE 所属的模型；“自动”根据周围的节点判断。</translation>
    </message>
    <message>
      <source>The models whose prompts are to be encoded.</source>
      <translation>要为哪种模型编码提示词。</translation>
    </message>
    <message>
      <source>The motion layers.</source>
      <translation>运动层。</translation>
    </message>
    <message>
      <source>The motion layers; for Animate.</source>
      <translation>运动层；供“动画化”使用。</translation>
    </message>
    <message>
      <source>The name has an unknown field {field}: use {known}, or leave out the braces.</source>
      <translation>名称中有未知的字段 {field}：请使用 {known}，或去掉花括号。</translation>
    </message>
    <message>
      <source>The name of this node; empty for the name of its kind</source>
      <translation>此节点的名称；留空则使用类型的名称</translation>
    </message>
    <message>
      <source>The names of the files, without their endings.</source>
      <translation>文件的名称，不含扩展名。</translation>
    </message>
    <message>
      <source>The negatives.</source>
      <translation>负片。</translation>
    </message>
    <message>
      <source>The network cannot be compiled here ({problem}): switch compile off in Load Model, or install what is missing.</source>
      <translation>网络无法在此编译（{problem}）：请在“加载模型”中关闭编译，或安装缺少的部分。</translation>
    </message>
    <message>
      <source>The network to save, as it is patched.</source>
      <translation>要保存的网络，连同对它的修改。</translation>
    </message>
    <message>
      <source>The network; for the ControlNet.</source>
      <translation>网络；供 ControlNet 节点使用。</translation>
    </message>
    <message>
      <source>The network; for the T2I-Adapter.</source>
      <translation>网络；供 T2I-Adapter 节点使用。</translation>
    </message>
    <message>
      <source>The new latent.</source>
      <translation>新的潜变量。</translation>
    </message>
    <message>
      <source>The next seed before every run</source>
      <translation>每次运行前种子加一</translation>
    </message>
    <message>
      <source>The noise at 0.</source>
      <translation>位于 0 的噪声。</translation>
    </message>
    <message>
      <source>The noise at 1.</source>
      <translation>位于 1 的噪声。</translation>
    </message>
    <message>
      <source>The noise is {noise} and the latent {latent} (pictures, channels, height, width): make it from a latent of the same size, one or one for each picture.</source>
      <translation>噪声是 {noise}，潜变量是 {latent}（图片数、通道、高、宽）：请用相同尺寸的潜变量生成噪声，一份或每张图片一份。</translation>
    </message>
    <message>
      <source>The noise levels that a Sampler would go through, to look at, cut or change.</source>
      <translation>采样器将会经过的噪声水平，可供查看、切分或更改。</translation>
    </message>
    <message>
      <source>The noise levels.</source>
      <translation>噪声水平。</translation>
    </message>
    <message>
      <source>The noise levels; for the Sampler.</source>
      <translation>噪声水平；供采样器使用。</translation>
    </message>
    <message>
      <source>The noise; for the Sampler.</source>
      <translation>噪声；供采样器使用。</translation>
    </message>
    <message>
      <source>The number that random draws start from: wire it to several Samplers to keep them alike.</source>
      <translation>随机抽取的起始数：接到多个采样器可使它们保持一致。</translation>
    </message>
    <message>
      <source>The number.</source>
      <translation>数值。</translation>
    </message>
    <message>
      <source>The numbers.</source>
      <translation>这些数。</translation>
    </message>
    <message>
      <source>The old part as it was</source>
      <translation>原有部分保持不变</translation>
    </message>
    <message>
      <source>The oldest are forgotten first, favourites last. Saved files stay.</source>
      <translation>先忘记最旧的，最后才是收藏的。已保存的文件不受影响。</translation>
    </message>
    <message>
      <source>The one mask.</source>
      <translation>合成的一个蒙版。</translation>
    </message>
    <message>
      <source>The one picture.</source>
      <translation>合成的一张图片。</translation>
    </message>
    <message>
      <source>The opposite mask.</source>
      <translation>相反的蒙版。</translation>
    </message>
    <message>
      <source>The outlines of a picture are kept by a network that looks at them once.</source>
      <translation>由只看一次轮廓的网络保留图片的轮廓。</translation>
    </message>
    <message>
      <source>The outlines of another picture are kept, as latents.</source>
      <translation>以潜变量的形式保留另一张图片的轮廓。</translation>
    </message>
    <message>
      <source>The outlines of another picture are kept.</source>
      <translation>保留另一张图片的轮廓。</translation>
    </message>
    <message>
      <source>The painted mask cannot be read, so its text was changed elsewhere: paint it anew.</source>
      <translation>手绘蒙版无法读取，它的文本可能在别处被改动：请重新绘制。</translation>
    </message>
    <message>
      <source>The painted parts: one for each picture, or variations of a single one.</source>
      <translation>绘制的部分：每张图片一份，或单张图片的多个变体。</translation>
    </message>
    <message>
      <source>The part to keep begins at {left}, {top}, outside the picture of {width} x {height}: choose a smaller left and top.</source>
      <translation>要保留的部分从 {left}、{top} 开始，在 {width} x {height} 的图片之外：请选择较小的左和上。</translation>
    </message>
    <message>
      <source>The part, for VAE Encode.</source>
      <translation>该部分，供“VAE 编码”使用。</translation>
    </message>
    <message>
      <source>The part.</source>
      <translation>裁出的部分。</translation>
    </message>
    <message>
      <source>The parts; empty ones are left out.</source>
      <translation>各个部分；空的会略去。</translation>
    </message>
    <message>
      <source>The picture as a latent, with its mask and what is around it.</source>
      <translation>作为潜变量的图片，带有蒙版及其周围的内容。</translation>
    </message>
    <message>
      <source>The picture as a latent.</source>
      <translation>作为潜变量的图片。</translation>
    </message>
    <message>
      <source>The picture file: PNG, JPEG, WebP, TIFF, GIF, BMP or AVIF.</source>
      <translation>图片文件：PNG、JPEG、WebP、TIFF、GIF、BMP 或 AVIF。</translation>
    </message>
    <message>
      <source>The picture in place of a prompt.</source>
      <translation>代替提示词的图片。</translation>
    </message>
    <message>
      <source>The picture is on the clipboard.</source>
      <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
      <source>The picture is turned as its camera noted. Of an animation the first frame is taken. Erase a
part in a paint program to have it repainted: what is transparent is white in the mask.</source>
      <translation>按相机记录的方向旋转图片。动画取第一帧。在绘图软件中擦除一部分即可重绘：透明处在蒙版中为白色。</translation>
    </message>
    <message>
      <source>The picture it should follow, made as this ControlNet expects it.</source>
      <translation>要遵循的图片，按此 ControlNet 的要求准备。</translation>
    </message>
    <message>
      <source>The picture it should follow, made as this adapter expects it.</source>
      <translation>要遵循的图片，按此适配器的要求准备。</translation>
    </message>
    <message>
      <source>The picture to lay on it.</source>
      <translation>要放上去的图片。</translation>
    </message>
    <message>
      <source>The picture was saved as {path}.</source>
      <translation>图片已保存为 {path}。</translation>
    </message>
    <message>
      <source>The picture whose colours to take: one, or as many.</source>
      <translation>取用其颜色的图片：一张，或张数相同。</translation>
    </message>
    <message>
      <source>The picture, turned upright.</source>
      <translation>转正后的图片。</translation>
    </message>
    <message>
      <source>The picture.</source>
      <translation>图片。</translation>
    </message>
    <message>
      <source>The picture; its sides are multiples of 8, best 1024 x 576.</source>
      <translation>图片；边长须为 8 的倍数，最好是 1024 x 576。</translation>
    </message>
    <message>
      <source>The pictures as a video.</source>
      <translation>成为视频的图片。</translation>
    </message>
    <message>
      <source>The pictures one by one.</source>
      <translation>逐张的图片。</translation>
    </message>
    <message>
      <source>The pictures to change.</source>
      <translation>要更改的图片。</translation>
    </message>
    <message>
      <source>The pictures to follow.</source>
      <translation>要遵循的图片。</translation>
    </message>
    <message>
      <source>The pictures to follow; made by Image Prompt for this adapter.</source>
      <translation>要遵循的图片；由“图像提示”为此适配器生成。</translation>
    </message>
    <message>
      <source>The pictures to save.</source>
      <translation>要保存的图片。</translation>
    </message>
    <message>
      <source>The pictures to show.</source>
      <translation>要显示的图片。</translation>
    </message>
    <message>
      <source>The pictures were encoded as {given}, but this IP-Adapter takes {wanted}: encode them for the same IP-Adapter.</source>
      <translation>图片按 {given} 编码，但此 IP-Adapter 需要 {wanted}：请为同一个 IP-Adapter 编码。</translation>
    </message>
    <message>
      <source>The pictures with marks.</source>
      <translation>带标记的图片。</translation>
    </message>
    <message>
      <source>The pictures, any number of wires.</source>
      <translation>图片，可接任意多条连线。</translation>
    </message>
    <message>
      <source>The pictures, for the IP-Adapter.</source>
      <translation>图片，供 IP-Adapter 使用。</translation>
    </message>
    <message>
      <source>The pictures, in their order.</source>
      <translation>按顺序排列的图片。</translation>
    </message>
    <message>
      <source>The pictures, one by one.</source>
      <translation>逐张的图片。</translation>
    </message>
    <message>
      <source>The pictures.</source>
      <translation>图片。</translation>
    </message>
    <message>
      <source>The position</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>The program crashed the last time. What you made was kept as far as it was written; the diagnostics tell where it happened, for a report. Nothing is sent by itself.</source>
      <translation>程序上次崩溃了。已写入的内容都已保留；诊断信息说明崩溃发生在何处，可供报告。不会自动发送任何内容。</translation>
    </message>
    <message>
      <source>The program ends without a question, and shows them again at its next start.</source>
      <translation>程序退出时不再询问，下次启动时重新显示它们。</translation>
    </message>
    <message>
      <source>The program was ended from outside the last time: it was killed, the computer went off, or memory ran out. What you made was kept as far as it was written.</source>
      <translation>程序上次被外部终止：它被强制结束、计算机断电或内存耗尽。已写入的内容都已保留。</translation>
    </message>
    <message>
      <source>The prompt as the network understands it.</source>
      <translation>网络所理解的提示词。</translation>
    </message>
    <message>
      <source>The prompt asks for the embedding {name}, which this text model does not have: add it with a Textual Inversion node, or take it out of the prompt.</source>
      <translation>提示词用到嵌入 {name}，但此文本模型没有它：请用“文本反转”节点添加，或从提示词中去掉。</translation>
    </message>
    <message>
      <source>The prompt at 0.</source>
      <translation>位于 0 的提示词。</translation>
    </message>
    <message>
      <source>The prompt at 1.</source>
      <translation>位于 1 的提示词。</translation>
    </message>
    <message>
      <source>The prompt between them.</source>
      <translation>介于两者之间的提示词。</translation>
    </message>
    <message>
      <source>The prompt for the whole picture, with regions before this one.</source>
      <translation>整张图片的提示词，连同此前的区域。</translation>
    </message>
    <message>
      <source>The prompt has {count} tokens, and at most {limit} are encoded: make it shorter.</source>
      <translation>提示词有 {count} 个词元，最多编码 {limit} 个：请缩短。</translation>
    </message>
    <message>
      <source>The prompt is encoded {width} numbers wide, but the model takes {expected}: connect the text encoder of the same model.</source>
      <translation>提示词编码的宽度为 {width}，但模型需要 {expected}：请连接同一模型的文本编码器。</translation>
    </message>
    <message>
      <source>The prompt was encoded for another model than {family}: connect the text encoders of this model.</source>
      <translation>提示词是为 {family} 以外的模型编码的：请连接此模型的文本编码器。</translation>
    </message>
    <message>
      <source>The prompt was encoded to NaN: run again, and if that does not help, download or copy the text encoder again.</source>
      <translation>提示词编码出 NaN：请重新运行；如无效，请重新下载或复制文本编码器。</translation>
    </message>
    <message>
      <source>The prompt was encoded without the second text encoder: connect the text encoders of an SDXL model.</source>
      <translation>提示词编码时没有使用第二个文本编码器：请连接 SDXL 模型的文本编码器。</translation>
    </message>
    <message>
      <source>The prompt with these sizes.</source>
      <translation>带这些尺寸的提示词。</translation>
    </message>
    <message>
      <source>The prompt: what the picture should show, or should not show.</source>
      <translation>提示词：图片应当或不应当出现的内容。</translation>
    </message>
    <message>
      <source>The prompts are encoded {one} and {other} numbers wide: encode both with the same model.</source>
      <translation>两段提示词编码的宽度为 {one} 和 {other}：请用同一模型编码两者。</translation>
    </message>
    <message>
      <source>The range leaves the whole numbers that can be used: take smaller ones.</source>
      <translation>范围超出了可用的整数：请使用较小的数。</translation>
    </message>
    <message>
      <source>The range {part} ends before it starts: write {last}-{first}.</source>
      <translation>范围 {part} 的终点在起点之前：请写成 {last}-{first}。</translation>
    </message>
    <message>
      <source>The rectangle, white.</source>
      <translation>矩形，白色。</translation>
    </message>
    <message>
      <source>The resized latent.</source>
      <translation>缩放后的潜变量。</translation>
    </message>
    <message>
      <source>The resized mask.</source>
      <translation>缩放后的蒙版。</translation>
    </message>
    <message>
      <source>The resized pictures.</source>
      <translation>缩放后的图片。</translation>
    </message>
    <message>
      <source>The rest is put back after every step, with as much noise as that step leaves, as in diffusers'
inpainting.</source>
      <translation>每一步之后放回其余部分，并加入该步剩余的噪声，与 diffusers 的局部重绘一致。</translation>
    </message>
    <message>
      <source>The results were moved to {folder}.</source>
      <translation>结果已移动到 {folder}。</translation>
    </message>
    <message>
      <source>The run ended unexpectedly with {kind}: {text}. Run again, or restart the program.</source>
      <translation>运行意外结束，{kind}：{text}。请重新运行，或重新启动程序。</translation>
    </message>
    <message>
      <source>The same as two Prompt Schedules. Change the end late in the steps, and the steps before are
kept.</source>
      <translation>等同于两个“提示词计划”。若把结束处改到较后的步，之前的步仍会沿用缓存。</translation>
    </message>
    <message>
      <source>The same pictures without details.</source>
      <translation>去掉细节的同样图片。</translation>
    </message>
    <message>
      <source>The same pictures.</source>
      <translation>同样的图片。</translation>
    </message>
    <message>
      <source>The same seed</source>
      <translation>种子不变</translation>
    </message>
    <message>
      <source>The same seed draws the same text. {3::red|green} draws red three times as often. __colour__ is
a line of colour.txt in the folder, where lines may hold choices and wildcards again. Write \{
for a brace. Wire a Range to the seed for several texts at once.</source>
      <translation>种子相同，抽出的文本相同。{3::red|green} 抽到 red 的机会是三倍。__colour__ 是文件夹中 colour.txt 的一行，其中各行还可再含选项和通配符。花括号本身写作 \{。把“范围”接到种子，可一次得到多段文本。</translation>
    </message>
    <message>
      <source>The same video.</source>
      <translation>原样传出的视频。</translation>
    </message>
    <message>
      <source>The same, unchanged.</source>
      <translation>原样传出的内容。</translation>
    </message>
    <message>
      <source>The scaled pictures.</source>
      <translation>缩放后的图片。</translation>
    </message>
    <message>
      <source>The schedule of this model cannot be read: get the model folder again.</source>
      <translation>无法读取此模型的噪声计划：请重新获取模型文件夹。</translation>
    </message>
    <message>
      <source>The second model is {after} and the first is {before}: only a model of the same kind can take over.</source>
      <translation>第二个模型是 {after}，第一个是 {before}：只有同类模型才能接手。</translation>
    </message>
    <message>
      <source>The second model predicts {after} and the first {before}: only a model that predicts the same can take over.</source>
      <translation>第二个模型预测 {after}，第一个预测 {before}：只有预测目标相同的模型才能接手。</translation>
    </message>
    <message>
      <source>The second model works on latents of {after} channels and the first on {before}: only a model with the same latents can take over.</source>
      <translation>第二个模型的潜变量有 {after} 个通道，第一个有 {before} 个：只有潜变量相同的模型才能接手。</translation>
    </message>
    <message>
      <source>The second model works on latents {after} times smaller than the picture and the first on latents {before} times smaller: only a model with the same latents can take over.</source>
      <translation>第二个模型的潜变量是图片的 1/{after}，第一个是 1/{before}：只有潜变量相同的模型才能接手。</translation>
    </message>
    <message>
      <source>The seed of the noise; the same as the Sampler's.</source>
      <translation>噪声的种子；与采样器的相同。</translation>
    </message>
    <message>
      <source>The seed.</source>
      <translation>种子。</translation>
    </message>
    <message>
      <source>The seeds, in this order.</source>
      <translation>按此顺序排列的种子。</translation>
    </message>
    <message>
      <source>The sharper pictures.</source>
      <translation>锐化后的图片。</translation>
    </message>
    <message>
      <source>The size that it was cut to; 0 x 0: as large as it is. The refiner does not ask.</source>
      <translation>裁剪成的尺寸；0 x 0：与图片本身相同。refiner 不需要它。</translation>
    </message>
    <message>
      <source>The sizes differ, since {one} is {first} and {other} is {second}: resize one of them to the other's size.</source>
      <translation>尺寸不同，{one} 是 {first}，{other} 是 {second}：请把其中一个缩放到另一个的尺寸。</translation>
    </message>
    <message>
      <source>The softer mask.</source>
      <translation>柔化后的蒙版。</translation>
    </message>
    <message>
      <source>The softer pictures.</source>
      <translation>柔化后的图片。</translation>
    </message>
    <message>
      <source>The subgraph {title} holds others that lie too deep within each other: unpack some of them.</source>
      <translation>子图 {title} 中的子图嵌套过深：请解开其中的一些。</translation>
    </message>
    <message>
      <source>The subgraph {title} would hold itself without end: use another one inside it.</source>
      <translation>子图 {title} 会无止境地包含自身：请在其中使用另一个子图。</translation>
    </message>
    <message>
      <source>The subgraphs of this graph come to more than {most} nodes: remove some of those that lie within others.</source>
      <translation>此工作流的子图合计超过 {most} 个节点：请移除一些嵌套的子图。</translation>
    </message>
    <message>
      <source>The swirled pictures.</source>
      <translation>漩涡变形后的图片。</translation>
    </message>
    <message>
      <source>The text does not contain {wanted}, so nothing can be put in its place.</source>
      <translation>文本中没有 {wanted}，因此无从替换。</translation>
    </message>
    <message>
      <source>The text draws more than {most} times: make it shorter.</source>
      <translation>文本抽取超过 {most} 次：请缩短。</translation>
    </message>
    <message>
      <source>The text encoders of a whole model.</source>
      <translation>完整模型的文本编码器。</translation>
    </message>
    <message>
      <source>The text encoders of the first model.</source>
      <translation>第一个模型的文本编码器。</translation>
    </message>
    <message>
      <source>The text encoders that learn the word.</source>
      <translation>要学习该词的文本编码器。</translation>
    </message>
    <message>
      <source>The text encoders with the LoRA; for the Text Encoder.</source>
      <translation>带 LoRA 的文本编码器；供“文本编码器”节点使用。</translation>
    </message>
    <message>
      <source>The text encoders with the word.</source>
      <translation>学得该词的文本编码器。</translation>
    </message>
    <message>
      <source>The text has a place {place}, but there are only {known}: use one of these.</source>
      <translation>文本中有位置 {place}，但只有 {known}：请使用其中之一。</translation>
    </message>
    <message>
      <source>The text has no parts: write at least one, each on a line of its own.</source>
      <translation>文本没有任何部分：请至少写一个，每个各占一行。</translation>
    </message>
    <message>
      <source>The text names {name}, but no folder is chosen: choose where {name}.txt lies.</source>
      <translation>文本用到 {name}，但没有选择文件夹：请选择 {name}.txt 所在的文件夹。</translation>
    </message>
    <message>
      <source>The text that was drawn.</source>
      <translation>抽取得到的文本。</translation>
    </message>
    <message>
      <source>The text to change.</source>
      <translation>要更改的文本。</translation>
    </message>
    <message>
      <source>The text to take apart.</source>
      <translation>要拆分的文本。</translation>
    </message>
    <message>
      <source>The text with its choices.</source>
      <translation>含有选项的文本。</translation>
    </message>
    <message>
      <source>The text with its places.</source>
      <translation>含有位置的文本。</translation>
    </message>
    <message>
      <source>The text would have {count} characters, and at most {most} can be used: shorten it.</source>
      <translation>文本将有 {count} 个字符，而最多可用 {most} 个：请缩短。</translation>
    </message>
    <message>
      <source>The text, filled in.</source>
      <translation>填好的文本。</translation>
    </message>
    <message>
      <source>The text.</source>
      <translation>文本。</translation>
    </message>
    <message>
      <source>The texts, any number of wires.</source>
      <translation>文本，可接任意多条连线。</translation>
    </message>
    <message>
      <source>The things, any number of wires.</source>
      <translation>内容，可接任意多条连线。</translation>
    </message>
    <message>
      <source>The tokenizer of T5 for {file} is missing: name a folder that holds its tokenizer.json under T5 Tokenizer, such as tokenizer_2 of a Flux model in the diffusers layout.</source>
      <translation>缺少 {file} 的 T5 分词器：请在“T5 分词器”中给出含有其 tokenizer.json 的文件夹，例如 diffusers 布局的 Flux 模型中的 tokenizer_2。</translation>
    </message>
    <message>
      <source>The tokens, their weights, and where a long prompt was cut.</source>
      <translation>词元及其权重，以及过长的提示词在哪里被截断。</translation>
    </message>
    <message>
      <source>The turned latent.</source>
      <translation>旋转后的潜变量。</translation>
    </message>
    <message>
      <source>The turned pictures.</source>
      <translation>旋转后的图片。</translation>
    </message>
    <message>
      <source>The two models were trained on different noise levels ({name}): only a model with the same ones can take over.</source>
      <translation>两个模型以不同的噪声水平训练（{name}）：只有噪声水平相同的模型才能接手。</translation>
    </message>
    <message>
      <source>The upper pictures: as many, or one for all.</source>
      <translation>上层图片：张数相同，或一张用于全部。</translation>
    </message>
    <message>
      <source>The usual colour</source>
      <translation>默认颜色</translation>
    </message>
    <message>
      <source>The video as a latent.</source>
      <translation>作为潜变量的视频。</translation>
    </message>
    <message>
      <source>The video file: MP4, WebM, MOV, MKV, AVI or GIF.</source>
      <translation>视频文件：MP4、WebM、MOV、MKV、AVI 或 GIF。</translation>
    </message>
    <message>
      <source>The video has {frames} frames, but this motion adapter overlooks {most}: make fewer.</source>
      <translation>视频有 {frames} 帧，但此运动适配器只能顾及 {most} 帧：请减少帧数。</translation>
    </message>
    <message>
      <source>The video to play.</source>
      <translation>要播放的视频。</translation>
    </message>
    <message>
      <source>The video to save.</source>
      <translation>要保存的视频。</translation>
    </message>
    <message>
      <source>The video to start from.</source>
      <translation>作为起点的视频。</translation>
    </message>
    <message>
      <source>The video.</source>
      <translation>视频。</translation>
    </message>
    <message>
      <source>The weight {tensor} of {file} is not a number, so nothing can be made with this model: download or copy it again, or use another version of it.</source>
      <translation>{file} 的权重 {tensor} 不是数值（NaN），因此无法用此模型生成：请重新下载或复制，或使用它的另一个版本。</translation>
    </message>
    <message>
      <source>The weights are in {file} now.</source>
      <translation>权重现已存入 {file}。</translation>
    </message>
    <message>
      <source>The weights of this model are packed in a few bits ({tensor}), so nothing can be added to them or mixed with them: use the model in 16 bits.</source>
      <translation>此模型的权重压缩为很少的位数（{tensor}），因此无法加上内容或与之混合：请使用 16 位的模型。</translation>
    </message>
    <message>
      <source>The welcome page</source>
      <translation>欢迎页</translation>
    </message>
    <message>
      <source>The whole graph</source>
      <translation>整个工作流</translation>
    </message>
    <message>
      <source>The whole number.</source>
      <translation>整数。</translation>
    </message>
    <message>
      <source>The whole pictures.</source>
      <translation>完整的图片。</translation>
    </message>
    <message>
      <source>The wider pictures.</source>
      <translation>外扩后的图片。</translation>
    </message>
    <message>
      <source>The wildcards {chain} lead to each other without an end: take one of them out.</source>
      <translation>通配符 {chain} 相互引用，没有尽头：请去掉其中一个。</translation>
    </message>
    <message>
      <source>The wire from {source} to {target} leads nowhere, for there is no {missing}: draw it anew or remove it.</source>
      <translation>从 {source} 到 {target} 的连线没有着落，因为 {missing} 不存在：请重新连接或移除它。</translation>
    </message>
    <message>
      <source>The wires of {nodes} form a circle, so that it can never run: remove one of them.</source>
      <translation>{nodes} 的连线构成了环，因此永远无法运行：请移除其中一条。</translation>
    </message>
    <message>
      <source>The words of both.</source>
      <translation>两者的文字。</translation>
    </message>
    <message>
      <source>The words that come after them.</source>
      <translation>接在后面的文字。</translation>
    </message>
    <message>
      <source>The words that come first.</source>
      <translation>排在前面的文字。</translation>
    </message>
    <message>
      <source>The worker process does not start ({why}): see the details, or turn off "Work in a process of its own" in the settings and start the program again.</source>
      <translation>工作进程无法启动（{why}）：请查看详情，或在设置中关闭“在独立进程中运算”并重新启动程序。</translation>
    </message>
    <message>
      <source>The worker process ended twice in this run ({why}), so it is not tried again: make the picture smaller, or copy the details of this problem and report it.</source>
      <translation>工作进程在此次运行中两次终止（{why}），因此不再重试：请减小图片，或复制此问题的详情并报告。</translation>
    </message>
    <message>
      <source>The worker process ended unexpectedly ({why}): nothing ran, so just go on; another one takes its place.</source>
      <translation>工作进程意外终止（{why}）：当时没有运行任务，请继续使用；新的工作进程会取而代之。</translation>
    </message>
    <message>
      <source>The worker process ended unexpectedly ({why}): the run goes on in a new one, from the steps that were kept.</source>
      <translation>工作进程意外终止（{why}）：运行在新的工作进程中从保留的步继续。</translation>
    </message>
    <message>
      <source>The {brace} at character {place} has no partner: write choices as {example}, or \{brace} for the brace itself.</source>
      <translation>第 {place} 个字符处的 {brace} 没有配对：请把选项写成 {example}，花括号本身写作 \{brace}。</translation>
    </message>
    <message>
      <source>The {thing} is for {family}, but the model is {model}: use one made for {model}.</source>
      <translation>{thing} 适用于 {family}，但模型是 {model}：请使用为 {model} 制作的。</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>主题</translation>
    </message>
    <message>
      <source>Then</source>
      <translation>则</translation>
    </message>
    <message>
      <source>There are {count} more such problems in the graph.</source>
      <translation>工作流中还有 {count} 处这样的问题。</translation>
    </message>
    <message>
      <source>There are {masks} masks for {pictures} pictures: give one, or one for each picture.</source>
      <translation>有 {masks} 个蒙版，图片有 {pictures} 张：请提供一个，或每张图片各一个。</translation>
    </message>
    <message>
      <source>There are {seeds} seeds for {pictures} pictures: give a seed for each picture, or one latent for all seeds.</source>
      <translation>有 {seeds} 个种子，图片有 {pictures} 张：请为每张图片提供一个种子，或让所有种子共用一个潜变量。</translation>
    </message>
    <message>
      <source>There is a file {name} already.</source>
      <translation>已有名为 {name} 的文件。</translation>
    </message>
    <message>
      <source>There is a learnt word {word} already: give this one another name.</source>
      <translation>已有学得的词 {word}：请给这一个换个名称。</translation>
    </message>
    <message>
      <source>There is a node pack {name} already: take it out of {folder} first.</source>
      <translation>已有名为 {name} 的节点包：请先把它移出 {folder}。</translation>
    </message>
    <message>
      <source>There is no display to open a window on: start from a desktop session, or run without a window: python main.py run resources/graphs/text-to-image.loom</source>
      <translation>没有可打开窗口的显示器：请在桌面会话中启动，或不使用窗口运行：python main.py run resources/graphs/text-to-image.loom</translation>
    </message>
    <message>
      <source>There is no file {file}: check its name and folder, or choose another file.</source>
      <translation>没有文件 {file}：请检查文件名和文件夹，或选择另一个文件。</translation>
    </message>
    <message>
      <source>There is no file {file}: check the name, or choose another file.</source>
      <translation>没有文件 {file}：请检查名称，或选择另一个文件。</translation>
    </message>
    <message>
      <source>There is no folder {folder}: choose another one, or put it back.</source>
      <translation>没有文件夹 {folder}：请选择另一个，或把它放回原处。</translation>
    </message>
    <message>
      <source>There is no folder {folder}: choose the folder where your wildcards lie.</source>
      <translation>没有文件夹 {folder}：请选择存放通配符的文件夹。</translation>
    </message>
    <message>
      <source>There is no folder {path}: choose the one that holds the tokenizer.json of T5.</source>
      <translation>没有文件夹 {path}：请选择含有 T5 的 tokenizer.json 的文件夹。</translation>
    </message>
    <message>
      <source>There is no latent at {path}: choose a file that Save Latent wrote, or put it back.</source>
      <translation>{path} 处没有潜变量：请选择由“保存潜变量”写出的文件，或把它放回原处。</translation>
    </message>
    <message>
      <source>There is no mask to combine: connect at least one.</source>
      <translation>没有可组合的蒙版：请至少连接一个。</translation>
    </message>
    <message>
      <source>There is no model at {path}: choose another model, or put the folder back.</source>
      <translation>{path} 处没有模型：请选择另一个模型，或把文件夹放回原处。</translation>
    </message>
    <message>
      <source>There is no node {node} in this graph.</source>
      <translation>此工作流中没有节点 {node}。</translation>
    </message>
    <message>
      <source>There is no other picture to compare with: change something and run again, or press 1 to 9 on a node to put its picture into a slot.</source>
      <translation>没有可对比的另一张图片：请作些改动再运行，或在节点上按 1 到 9 把它的图片放入槽位。</translation>
    </message>
    <message>
      <source>There is no picture file at {path}: choose another one, or put it back.</source>
      <translation>{path} 处没有图片文件：请选择另一个，或把它放回原处。</translation>
    </message>
    <message>
      <source>There is no picture to join: connect at least one.</source>
      <translation>没有可合并的图片：请至少连接一张。</translation>
    </message>
    <message>
      <source>There is no picture to put into slot {slot} yet.</source>
      <translation>还没有可放入槽位 {slot} 的图片。</translation>
    </message>
    <message>
      <source>There is no trash that takes {name}.</source>
      <translation>没有可以容纳 {name} 的回收站。</translation>
    </message>
    <message>
      <source>There is no video and no batch to play.</source>
      <translation>没有可播放的视频或批次。</translation>
    </message>
    <message>
      <source>There is no {kind} {name}: {remedy}.</source>
      <translation>没有{kind} {name}：{remedy}。</translation>
    </message>
    <message>
      <source>There is no {name}.txt with any lines in {folder}: add it, or correct the name.</source>
      <translation>{folder} 中没有含内容的 {name}.txt：请添加它，或改正名称。</translation>
    </message>
    <message>
      <source>There is not enough memory ({device}): make the picture or the batch smaller, decode it in tiles, or close other programs.</source>
      <translation>内存不足（{device}）：请减小图片或批次，分块解码，或关闭其他程序。</translation>
    </message>
    <message>
      <source>There is nothing to run yet: add a node first.</source>
      <translation>还没有可运行的内容：请先添加一个节点。</translation>
    </message>
    <message>
      <source>There is too little memory for the whole picture at once, so it is done in tiles of {tile} px; their colours may differ a little.</source>
      <translation>内存不足以一次处理整张图片，因此以 {tile} px 的分块进行；各块的颜色可能略有差异。</translation>
    </message>
    <message>
      <source>There was not enough memory ({device}), so it is tried once more: {how}.</source>
      <translation>内存不足（{device}），因此再试一次：{how}。</translation>
    </message>
    <message>
      <source>These are {count} runs: take fewer values, at most {most} runs.</source>
      <translation>这共有 {count} 次运行：请减少取值，最多 {most} 次。</translation>
    </message>
    <message>
      <source>These models cannot be mixed: only one of them has {tensor}; mix models of one family and kind.</source>
      <translation>这些模型无法混合：只有其中一个含有 {tensor}；请混合同一系列、同一类型的模型。</translation>
    </message>
    <message>
      <source>These models cannot be mixed: {tensor} is of shape {own} in one and {other} in the other; mix models of one family and kind.</source>
      <translation>这些模型无法混合：{tensor} 的形状在一个中是 {own}，在另一个中是 {other}；请混合同一系列、同一类型的模型。</translation>
    </message>
    <message>
      <source>These name models that do not come along; choose others on their cards.</source>
      <translation>这些工作流用到未随附的模型；请在节点上选择其他模型。</translation>
    </message>
    <message>
      <source>These noise levels cannot be gone through: {problem}.</source>
      <translation>无法经过这些噪声水平：{problem}。</translation>
    </message>
    <message>
      <source>These runs waited when the program ended.</source>
      <translation>程序结束时，这些运行还在等待。</translation>
    </message>
    <message>
      <source>These wires can only be moved to a port of the same side of a node.</source>
      <translation>这些连线只能移到节点同一侧的端口上。</translation>
    </message>
    <message>
      <source>They are found after a restart.</source>
      <translation>重新启动后仍能找到。</translation>
    </message>
    <message>
      <source>They are lost otherwise.</source>
      <translation>否则会丢失。</translation>
    </message>
    <message>
      <source>They come in the order of their names, 2 before 10. Files that were added, changed or removed
are noticed at the next run, and only they are worked on anew.</source>
      <translation>按名称排序，2 在 10 之前。下次运行时会发现添加、更改或移除的文件，并只重新处理它们。</translation>
    </message>
    <message>
      <source>They count from the noisiest to the last, which is 0.</source>
      <translation>从噪声最强的数到最后的，后者为 0。</translation>
    </message>
    <message>
      <source>They go to {folder}. Otherwise they stay where they are, unused.</source>
      <translation>它们会移到 {folder}。否则留在原处，不再使用。</translation>
    </message>
    <message>
      <source>Thickness</source>
      <translation>粗细</translation>
    </message>
    <message>
      <source>Third</source>
      <translation>第三</translation>
    </message>
    <message>
      <source>This ControlNet serves several kinds of pictures: say what this picture shows, {kinds}.</source>
      <translation>此 ControlNet 适用于多种图片：请说明这张图片的内容：{kinds}。</translation>
    </message>
    <message>
      <source>This ControlNet was made for text of width {network}, but the model uses {model}: choose a ControlNet of the model's family.</source>
      <translation>此 ControlNet 对应的文本宽度为 {network}，但模型使用 {model}：请选择属于该模型系列的 ControlNet。</translation>
    </message>
    <message>
      <source>This IP-Adapter does not fit the model ({problem}): choose one made for it, or download it again.</source>
      <translation>此 IP-Adapter 与模型不符（{problem}）：请选择为它制作的，或重新下载。</translation>
    </message>
    <message>
      <source>This IP-Adapter was made for prompts of width {width}, but the model takes {expected}: choose an IP-Adapter of the model's family.</source>
      <translation>此 IP-Adapter 对应的提示词宽度为 {width}，但模型需要 {expected}：请选择属于该模型系列的 IP-Adapter。</translation>
    </message>
    <message>
      <source>This T2I-Adapter does not fit the model ({problem}): choose a T2I-Adapter of the model's family.</source>
      <translation>此 T2I-Adapter 与模型不符（{problem}）：请选择属于该模型系列的 T2I-Adapter。</translation>
    </message>
    <message>
      <source>This frame</source>
      <translation>这一帧</translation>
    </message>
    <message>
      <source>This graph was not run: it would read files of yours that you have not allowed it to.</source>
      <translation>此工作流没有运行：它会读取您尚未允许它读取的文件。</translation>
    </message>
    <message>
      <source>This helps to find a fault. It holds no prompts, no pictures, no paths and no names; nothing is sent anywhere. Copy it, and add it to your report.</source>
      <translation>这些信息有助于查找故障。其中不含提示词、图片、路径和名称；不会发送到任何地方。请复制并附在您的报告中。</translation>
    </message>
    <message>
      <source>This model changes a picture as the prompt says, so it has to see one: connect it through VAE Encode.</source>
      <translation>此模型按提示词更改图片，因此必须看到一张：请通过“VAE 编码”连接。</translation>
    </message>
    <message>
      <source>This model repaints a part of a picture, so it has to see which: connect picture and mask through Inpaint Latent.</source>
      <translation>此模型重绘图片的一部分，因此必须看到是哪一部分：请通过“局部重绘潜变量”连接图片和蒙版。</translation>
    </message>
    <message>
      <source>This model sets a picture in motion, so it has to see one: connect the latent of Picture In Motion.</source>
      <translation>此模型让图片动起来，因此必须看到一张：请连接“动态图片”的潜变量。</translation>
    </message>
    <message>
      <source>This model sets a picture in motion: connect the conditioning of Picture In Motion.</source>
      <translation>此模型让图片动起来：请连接“动态图片”的条件。</translation>
    </message>
    <message>
      <source>This motion adapter does not fit the model ({problem}): choose a motion adapter of the model's family.</source>
      <translation>此运动适配器与模型不符（{problem}）：请选择属于该模型系列的运动适配器。</translation>
    </message>
    <message>
      <source>This node feeds nothing.</source>
      <translation>此节点不向任何节点提供输出。</translation>
    </message>
    <message>
      <source>This node has no picture yet: run the graph first.</source>
      <translation>此节点还没有图片：请先运行工作流。</translation>
    </message>
    <message>
      <source>This node has no ports to connect.</source>
      <translation>此节点没有可连接的端口。</translation>
    </message>
    <message>
      <source>This node has no value to edit here.</source>
      <translation>此节点没有可在这里编辑的值。</translation>
    </message>
    <message>
      <source>This picture is not kept any more: run its graph again.</source>
      <translation>此图片已不再保留：请重新运行它的工作流。</translation>
    </message>
    <message>
      <source>This session</source>
      <translation>本次会话</translation>
    </message>
    <message>
      <source>This {family} model knows pictures with sides of at most {most} pixels: make the picture smaller, or let Tiled Diffusion look at parts of it.</source>
      <translation>此 {family} 模型所熟悉的图片边长最多 {most} 像素：请减小图片，或让“分块扩散”逐部分处理。</translation>
    </message>
    <message>
      <source>This {family} model was trained to need no guidance, such as schnell, so cfg {cfg:g} cannot act: set cfg to 1, or connect a negative prompt to be led away from.</source>
      <translation>此 {family} 模型训练为不需要引导（如 schnell），因此 CFG {cfg:g} 无法起作用：请把 CFG 设为 1，或连接要远离的负面提示词。</translation>
    </message>
    <message>
      <source>Those of the base.</source>
      <translation>底模的文本编码器。</translation>
    </message>
    <message>
      <source>Those of the other one; without, none are mixed.</source>
      <translation>另一个模型的文本编码器；没有它则不混合。</translation>
    </message>
    <message>
      <source>Three text encoders, and a shift that says where the steps go.</source>
      <translation>三个文本编码器，以及决定步数分布的偏移。</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>阈值</translation>
    </message>
    <message>
      <source>Threshold Mask</source>
      <translation>蒙版阈值</translation>
    </message>
    <message>
      <source>Thrifty</source>
      <translation>节省</translation>
    </message>
    <message>
      <source>Tile</source>
      <translation>分块</translation>
    </message>
    <message>
      <source>Tile Hint</source>
      <translation>分块提示图</translation>
    </message>
    <message>
      <source>Tiled Diffusion</source>
      <translation>分块扩散</translation>
    </message>
    <message>
      <source>Tiles make big pictures fit into little memory; their seams are blended, but colours may differ
a little from tile to tile.</source>
      <translation>分块能让大图片放进较小的内存；接缝会融合，但各块之间的颜色可能略有差异。</translation>
    </message>
    <message>
      <source>Tiles of {tile} px cannot overlap by {overlap} px: lower the overlap to at most {most} px or use larger tiles.</source>
      <translation>{tile} px 的分块不能重叠 {overlap} px：请把重叠降到最多 {most} px，或使用更大的分块。</translation>
    </message>
    <message>
      <source>Times as large, or a certain size.</source>
      <translation>按倍数放大，或指定尺寸。</translation>
    </message>
    <message>
      <source>Timestep Shift</source>
      <translation>时间步偏移</translation>
    </message>
    <message>
      <source>Tip</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>To</source>
      <translation>保存到</translation>
    </message>
    <message>
      <source>Tokens</source>
      <translation>词元</translation>
    </message>
    <message>
      <source>Tokens: {tokens}</source>
      <translation>词元：{tokens}</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>容差</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>工具</translation>
    </message>
    <message>
      <source>Top</source>
      <translation>上</translation>
    </message>
    <message>
      <source>Tour</source>
      <translation>教程</translation>
    </message>
    <message>
      <source>Trigger words: {words}</source>
      <translation>触发词：{words}</translation>
    </message>
    <message>
      <source>True CFG</source>
      <translation>真实 CFG</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>Turn</source>
      <translation>旋转</translation>
    </message>
    <message>
      <source>Turn Latent</source>
      <translation>旋转潜变量</translation>
    </message>
    <message>
      <source>Turn a latent into a picture.</source>
      <translation>把潜变量转换为图片。</translation>
    </message>
    <message>
      <source>Turn a picture and a mask into a latent of which only the white part is repainted.</source>
      <translation>把图片和蒙版转换为潜变量，只重绘其中的白色部分。</translation>
    </message>
    <message>
      <source>Turn a picture into a latent, to start a Sampler from it.</source>
      <translation>把图片转换为潜变量，供采样器由此开始。</translation>
    </message>
    <message>
      <source>Turn a prompt into conditioning for the Sampler.</source>
      <translation>把提示词转换为供采样器使用的条件。</translation>
    </message>
    <message>
      <source>Turn a video into a latent, to let an animated model change it.</source>
      <translation>把视频转换为潜变量，供动画化的模型更改。</translation>
    </message>
    <message>
      <source>Turn an encoded prompt into zeros: for SDXL and its kin, no prompt rather than an empty one.</source>
      <translation>把已编码的提示词变为零：对 SDXL 及同类模型，表示没有提示词，而不是空提示词。</translation>
    </message>
    <message>
      <source>Turn pictures into a prompt that an IP-Adapter can follow.</source>
      <translation>把图片转换为 IP-Adapter 能遵循的提示。</translation>
    </message>
    <message>
      <source>Turn pictures into few broad white strokes, for scribble ControlNets.</source>
      <translation>把图片转换为少量粗白笔触，供涂鸦 ControlNet 使用。</translation>
    </message>
    <message>
      <source>Turn pictures into soft white lines, for line art ControlNets.</source>
      <translation>把图片转换为柔和的白色线条，供线稿 ControlNet 使用。</translation>
    </message>
    <message>
      <source>Turn pictures into their negative.</source>
      <translation>把图片转换为负片。</translation>
    </message>
    <message>
      <source>Turn the line upright or level</source>
      <translation>把分隔线转为竖直或水平</translation>
    </message>
    <message>
      <source>Twice as &amp;quick</source>
      <translation>两倍速度(&amp;Q)</translation>
    </message>
    <message>
      <source>Two ControlNets follow the same picture, each by what it is shown.</source>
      <translation>两个 ControlNet 遵循同一张图片，各按所给的轮廓或深度。</translation>
    </message>
    <message>
      <source>Two LoRAs change a model, each as strongly as you like.</source>
      <translation>两个 LoRA 更改一个模型，各自的强度随意。</translation>
    </message>
    <message>
      <source>Two Tone</source>
      <translation>黑白二值</translation>
    </message>
    <message>
      <source>Two lists that arrive at one node go side by side and must be equally long; behind this node
they are.</source>
      <translation>到达同一节点的两个列表会逐项配对，且必须等长；在此节点之后即是如此。</translation>
    </message>
    <message>
      <source>Two models are mixed, and saved as a new one.</source>
      <translation>混合两个模型，并保存为新的模型。</translation>
    </message>
    <message>
      <source>Two pictures become one before they are decoded.</source>
      <translation>两张图片在解码之前合为一张。</translation>
    </message>
    <message>
      <source>Two steps with SDXL Turbo</source>
      <translation>SDXL Turbo 两步出图</translation>
    </message>
    <message>
      <source>Two styles</source>
      <translation>两种风格</translation>
    </message>
    <message>
      <source>Type to search</source>
      <translation>输入文字即可搜索</translation>
    </message>
    <message>
      <source>Typed Noise Levels</source>
      <translation>手动噪声水平</translation>
    </message>
    <message>
      <source>Unfold</source>
      <translation>展开</translation>
    </message>
    <message>
      <source>Union: in any of them. Intersection: in all. Difference: in the first and in no other. Exclusive: in one, but not in two. Add and multiply count greys.</source>
      <translation>“并集”：位于任意一个中。“交集”：位于全部之中。“差值”：位于第一个而不在其他任何一个中。“互斥”：位于一个而不同时位于两个中。“相加”和“相乘”对灰度进行计算。</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>未知</translation>
    </message>
    <message>
      <source>Unlike Blur Mask it can leave untouched what is outside of the mask.</source>
      <translation>与“模糊蒙版”不同，它可以不触动蒙版之外的部分。</translation>
    </message>
    <message>
      <source>Unpack the subgraph</source>
      <translation>解开子图</translation>
    </message>
    <message>
      <source>Unplug {port} from {node}</source>
      <translation>断开 {node} 的 {port}</translation>
    </message>
    <message>
      <source>Unsaved changes</source>
      <translation>有未保存的更改</translation>
    </message>
    <message>
      <source>Untitled</source>
      <translation>未命名</translation>
    </message>
    <message>
      <source>Up to there the Sampler's own cfg holds. Chain several for more changes. A later change is cheap
to try, since the steps before are kept; where cfg is 1 the steps take half the time.</source>
      <translation>在此之前使用采样器自身的 CFG。需要更多变化时可串联多个节点。修改后面的变化几乎不费时间，因为之前的步已经缓存；CFG 为 1 的步用时减半。</translation>
    </message>
    <message>
      <source>Up to {high}.</source>
      <translation>最大 {high}。</translation>
    </message>
    <message>
      <source>Upscale</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Upscale with Model</source>
      <translation>用模型放大</translation>
    </message>
    <message>
      <source>Upscaler</source>
      <translation>放大模型</translation>
    </message>
    <message>
      <source>Upscaling with a model needs the package spandrel, which cannot be used here ({problem}): install the extra ``upscalers`` (pip install latent-loom[upscalers]), or use Resize.</source>
      <translation>用模型放大需要软件包 spandrel，它无法在此使用（{problem}）：请安装附加组件 ``upscalers``（pip install latent-loom[upscalers]），或使用“缩放”。</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>使用</translation>
    </message>
    <message>
      <source>Use a painted mask, or give it up</source>
      <translation>采用绘制的蒙版，或放弃</translation>
    </message>
    <message>
      <source>Use a picture's latent as noise, moved and scaled to what noise is.</source>
      <translation>把图片的潜变量用作噪声，经平移和缩放使其符合噪声的分布。</translation>
    </message>
    <message>
      <source>Use it in the graph (Enter)</source>
      <translation>用于工作流（Enter）</translation>
    </message>
    <message>
      <source>Use mask</source>
      <translation>采用蒙版</translation>
    </message>
    <message>
      <source>Use {name}</source>
      <translation>使用 {name}</translation>
    </message>
    <message>
      <source>Used from the next start of the program.</source>
      <translation>下次启动程序时生效。</translation>
    </message>
    <message>
      <source>Used in {count} places: make unique</source>
      <translation>用在 {count} 处：设为独立</translation>
    </message>
    <message>
      <source>Uses</source>
      <translation>使用</translation>
    </message>
    <message>
      <source>VAE</source>
      <translation>VAE</translation>
    </message>
    <message>
      <source>VAE Decode</source>
      <translation>VAE 解码</translation>
    </message>
    <message>
      <source>VAE Encode</source>
      <translation>VAE 编码</translation>
    </message>
    <message>
      <source>VAE Encode (for Inpainting)</source>
      <translation>VAE 编码（局部重绘）</translation>
    </message>
    <message>
      <source>VAE of the model; ControlNets of SD 3 and Flux look at latents.</source>
      <translation>模型的 VAE；SD 3 和 Flux 的 ControlNet 处理潜变量。</translation>
    </message>
    <message>
      <source>VHS</source>
      <translation>VHS</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>值</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>值</translation>
    </message>
    <message>
      <source>Values of the {axis}</source>
      <translation>{axis}的取值</translation>
    </message>
    <message>
      <source>Versions, device, settings and last errors; no prompts, no paths</source>
      <translation>版本、计算设备、设置和最近的错误；不含提示词和路径</translation>
    </message>
    <message>
      <source>Video</source>
      <translation>视频</translation>
    </message>
    <message>
      <source>Video Frames</source>
      <translation>视频帧</translation>
    </message>
    <message>
      <source>Video of {count} frames, {seconds} s</source>
      <translation>{count} 帧的视频，{seconds} 秒</translation>
    </message>
    <message>
      <source>Videos cannot be repainted in parts: connect the latent without a mask.</source>
      <translation>视频不能局部重绘：请连接不带蒙版的潜变量。</translation>
    </message>
    <message>
      <source>Viewer</source>
      <translation>查看器</translation>
    </message>
    <message>
      <source>Violet</source>
      <translation>紫色</translation>
    </message>
    <message>
      <source>Wait before that</source>
      <translation>等待时间</translation>
    </message>
    <message>
      <source>Waits for its turn</source>
      <translation>排队等候</translation>
    </message>
    <message>
      <source>Way</source>
      <translation>方式</translation>
    </message>
    <message>
      <source>Ways to steer</source>
      <translation>控制的方法</translation>
    </message>
    <message>
      <source>Weaken</source>
      <translation>削弱</translation>
    </message>
    <message>
      <source>Weakest change that starts an outline.</source>
      <translation>能开始一条轮廓的最弱变化。</translation>
    </message>
    <message>
      <source>Weakest change that still continues an outline; 1 is black against white.</source>
      <translation>仍能延续一条轮廓的最弱变化；1 相当于黑白之差。</translation>
    </message>
    <message>
      <source>WebM</source>
      <translation>WebM</translation>
    </message>
    <message>
      <source>WebP</source>
      <translation>WebP</translation>
    </message>
    <message>
      <source>Weights in 8 bits cannot be compiled: switch compile off, or keep all their bits.</source>
      <translation>8 位权重无法编译：请关闭编译，或保留全部位数。</translation>
    </message>
    <message>
      <source>What &amp;feeds the node</source>
      <translation>为节点提供输入的来源(&amp;F)</translation>
    </message>
    <message>
      <source>What Cut Out says of where the part came from.</source>
      <translation>“裁出局部”给出的取出位置。</translation>
    </message>
    <message>
      <source>What Run will have to do; everything else is kept from before.</source>
      <translation>“运行”将要做的事；其余内容沿用缓存。</translation>
    </message>
    <message>
      <source>What a start of the program shows.</source>
      <translation>启动程序时显示什么。</translation>
    </message>
    <message>
      <source>What arrives from outside.</source>
      <translation>从外部进入的内容。</translation>
    </message>
    <message>
      <source>What else guides.</source>
      <translation>同时起作用的其他引导。</translation>
    </message>
    <message>
      <source>What finds people, in the same way; without it one person is taken to fill the picture.</source>
      <translation>以同样方式找出人物的网络；没有它则认为一个人占满图片。</translation>
    </message>
    <message>
      <source>What follows the last frame</source>
      <translation>最后一帧之后的播放方式</translation>
    </message>
    <message>
      <source>What happened here</source>
      <translation>这里发生了什么</translation>
    </message>
    <message>
      <source>What happens to texts without any letters.</source>
      <translation>不含任何字母的文本如何处理。</translation>
    </message>
    <message>
      <source>What is changed here is changed on all of them.</source>
      <translation>在这里的更改会应用到它们全部。</translation>
    </message>
    <message>
      <source>What is cheap to make goes first.</source>
      <translation>先移除容易重新生成的。</translation>
    </message>
    <message>
      <source>What is copied</source>
      <translation>复制的内容</translation>
    </message>
    <message>
      <source>What is darker than this in the depth map counts as flat.</source>
      <translation>深度图中比它更暗之处视为平面。</translation>
    </message>
    <message>
      <source>What is dragged comes to rest in line with what lies near it; Ctrl lets it lie free.</source>
      <translation>拖动的对象会与附近的对象对齐；按住 Ctrl 可自由放置。</translation>
    </message>
    <message>
      <source>What is dragged comes to rest on the dots of the canvas.</source>
      <translation>拖动的对象会停在画布的网格点上。</translation>
    </message>
    <message>
      <source>What is in it stays among the earlier copies.</source>
      <translation>其中的内容会保留在较早的副本中。</translation>
    </message>
    <message>
      <source>What is led through.</source>
      <translation>经过的内容。</translation>
    </message>
    <message>
      <source>What is not there yet</source>
      <translation>尚未实现的内容</translation>
    </message>
    <message>
      <source>What is open cannot be kept in {folder} for the next start ({reason}): save your graphs to files before you close the program.</source>
      <translation>无法在 {folder} 中为下次启动保留打开的内容（{reason}）：关闭程序前请把工作流保存到文件。</translation>
    </message>
    <message>
      <source>What is painted: white where something may happen.</source>
      <translation>绘制的内容：白色处允许改变。</translation>
    </message>
    <message>
      <source>What is shown where a colour fills.</source>
      <translation>用颜色填充时显示的颜色。</translation>
    </message>
    <message>
      <source>What is white in the mask becomes -1, a number that no colour has and that such a ControlNet was
trained on; it looks black.</source>
      <translation>蒙版中的白色变为 -1，这是任何颜色都没有的数，此类 ControlNet 即以此训练；看上去是黑色。</translation>
    </message>
    <message>
      <source>What is written into the file: the graph, the graph without paths and prompts, or nothing. The mark of generated pictures stays.</source>
      <translation>写入文件的内容：工作流、不含路径和提示词的工作流，或不写入。生成图片的标记始终保留。</translation>
    </message>
    <message>
      <source>What it does, and what it did</source>
      <translation>它的作用，以及它做了什么</translation>
    </message>
    <message>
      <source>What it is called in prompts; empty: as the file is called.</source>
      <translation>它在提示词中的名称；留空则与文件同名。</translation>
    </message>
    <message>
      <source>What it reads can end up in what it saves. If you did not expect that, don't run it.</source>
      <translation>它读取的内容可能出现在它保存的内容中。如果这不是您所预期的，请不要运行。</translation>
    </message>
    <message>
      <source>What it should not show; without it cfg has no effect, but for SDXL, which was trained to be led away from nothing.</source>
      <translation>不应当出现的内容；没有它则 CFG 不起作用，但 SDXL 除外，它训练为远离空内容。</translation>
    </message>
    <message>
      <source>What it should show in between.</source>
      <translation>其间应当出现的内容。</translation>
    </message>
    <message>
      <source>What it should show in the steps after them.</source>
      <translation>之后各步应当出现的内容。</translation>
    </message>
    <message>
      <source>What it shows comes through in the new picture, above all its light and its colours.</source>
      <translation>其内容会在新图片中透出，尤其是光线和颜色。</translation>
    </message>
    <message>
      <source>What kind of value comes out; a whole number is the nearest one.</source>
      <translation>输出哪种类型的值；整数取最接近的一个。</translation>
    </message>
    <message>
      <source>What leaves to the outside.</source>
      <translation>传到外部的内容。</translation>
    </message>
    <message>
      <source>What lines, colours, tiles and normals of a picture look like.</source>
      <translation>图片的线条、颜色、分块和法线的样子。</translation>
    </message>
    <message>
      <source>What must hold.</source>
      <translation>须成立的条件。</translation>
    </message>
    <message>
      <source>What neither feeds a selected node nor is fed by one steps back.</source>
      <translation>既不通向选中节点、也不来自选中节点的部分会变淡。</translation>
    </message>
    <message>
      <source>What of the picture counts.</source>
      <translation>图片中被采用的部分。</translation>
    </message>
    <message>
      <source>What ran once for each item goes on as one from here.</source>
      <translation>在此之前对每一项各运行一次的内容，从这里起合为一个继续。</translation>
    </message>
    <message>
      <source>What skips into the first up block.</source>
      <translation>跳入第一个上行块的连接。</translation>
    </message>
    <message>
      <source>What skips into the second up block.</source>
      <translation>跳入第二个上行块的连接。</translation>
    </message>
    <message>
      <source>What stands at {a}.</source>
      <translation>位于 {a} 的内容。</translation>
    </message>
    <message>
      <source>What stands at {b}.</source>
      <translation>位于 {b} 的内容。</translation>
    </message>
    <message>
      <source>What stands at {c}.</source>
      <translation>位于 {c} 的内容。</translation>
    </message>
    <message>
      <source>What stands at {d}.</source>
      <translation>位于 {d} 的内容。</translation>
    </message>
    <message>
      <source>What stands between texts; \n begins a new line.</source>
      <translation>文本之间的内容；\n 表示换行。</translation>
    </message>
    <message>
      <source>What stands between the parts; \n is a new line.</source>
      <translation>各部分之间的内容；\n 表示换行。</translation>
    </message>
    <message>
      <source>What stands between them; \n begins a new line.</source>
      <translation>两者之间的内容；\n 表示换行。</translation>
    </message>
    <message>
      <source>What steers before this one.</source>
      <translation>在此之前起作用的控制。</translation>
    </message>
    <message>
      <source>What the formula gives.</source>
      <translation>公式的结果。</translation>
    </message>
    <message>
      <source>What the network was trained to predict. Single files do not say it: choose the other one if pictures are noise or grey, as with Stable Diffusion 2 at 512 pixels (epsilon).</source>
      <translation>网络训练为预测什么。单个文件没有写明：若图片是噪声或灰色，请选择另一种，例如 512 像素的 Stable Diffusion 2（epsilon）。</translation>
    </message>
    <message>
      <source>What the node f&amp;eeds</source>
      <translation>节点输出的去向(&amp;E)</translation>
    </message>
    <message>
      <source>What the other one was made from; then only its changes count.</source>
      <translation>另一个模型由它制成；这时只计入其变化。</translation>
    </message>
    <message>
      <source>What the parameter is called in the panel; empty for its own name</source>
      <translation>参数在面板中的名称；留空则使用它自己的名称</translation>
    </message>
    <message>
      <source>What the picture should show before and after.</source>
      <translation>前后应当出现的内容。</translation>
    </message>
    <message>
      <source>What the picture should show in the first steps.</source>
      <translation>前几步中图片应当出现的内容。</translation>
    </message>
    <message>
      <source>What the picture should show.</source>
      <translation>图片应当出现的内容。</translation>
    </message>
    <message>
      <source>What the picture shows, for a ControlNet that serves several kinds; others know. Links of one such ControlNet that follow each other and act in the same steps are followed together.</source>
      <translation>图片的内容，供适用于多种图片的 ControlNet 使用；其他的自行知道。同一个此类 ControlNet 的几个环节若前后相接、在相同的步中起作用，会一并遵循。</translation>
    </message>
    <message>
      <source>What the room shows, where a colour fills it.</source>
      <translation>用颜色填充时，增加的空间显示的颜色。</translation>
    </message>
    <message>
      <source>What the room shows.</source>
      <translation>增加的空间显示什么。</translation>
    </message>
    <message>
      <source>What the search calls it</source>
      <translation>搜索中的名称</translation>
    </message>
    <message>
      <source>What the socket of the subgraph is called.</source>
      <translation>子图端口的名称。</translation>
    </message>
    <message>
      <source>What the socket says about itself.</source>
      <translation>端口的说明。</translation>
    </message>
    <message>
      <source>What this part should show.</source>
      <translation>这一部分应当出现的内容。</translation>
    </message>
    <message>
      <source>What to avoid</source>
      <translation>要避免的内容</translation>
    </message>
    <message>
      <source>What to change</source>
      <translation>要更改的内容</translation>
    </message>
    <message>
      <source>What to compare it with, instead of *value*.</source>
      <translation>代替 *value* 与之比较的内容。</translation>
    </message>
    <message>
      <source>What to compare it with, where nothing is connected to second.</source>
      <translation>第二个没有连接时，与之比较的内容。</translation>
    </message>
    <message>
      <source>What to do where a side is no multiple of 8: crop the middle, repeat the border, or refuse.</source>
      <translation>边长不是 8 的倍数时的处理：裁取中间、重复边缘，或拒绝。</translation>
    </message>
    <message>
      <source>What to do where the list has no such item.</source>
      <translation>列表中没有该项时如何处理。</translation>
    </message>
    <message>
      <source>What to look for; nothing leaves the text as it is.</source>
      <translation>要查找的内容；为空则文本保持不变。</translation>
    </message>
    <message>
      <source>What to show.</source>
      <translation>要显示的图片。</translation>
    </message>
    <message>
      <source>What to work out.</source>
      <translation>要计算的公式。</translation>
    </message>
    <message>
      <source>What to write instead; nothing leaves it out.</source>
      <translation>替换成的内容；为空则将其删去。</translation>
    </message>
    <message>
      <source>What was computed once is found again, down to each step of a sampling.</source>
      <translation>算过一次的结果都能再次找到，细到采样的每一步。</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>找到的内容</translation>
    </message>
    <message>
      <source>What was in it is kept as {file}.</source>
      <translation>其中的内容已保存为 {file}。</translation>
    </message>
    <message>
      <source>What was not needed for longest goes first.</source>
      <translation>先移除最久没有用到的。</translation>
    </message>
    <message>
      <source>What was open as {name} could not be read, and its journal was put aside as {file}.</source>
      <translation>以 {name} 打开的内容无法读取，它的编辑日志已另存为 {file}。</translation>
    </message>
    <message>
      <source>What was open could not be read and was put aside as {file}.</source>
      <translation>上次打开的内容无法读取，已另存为 {file}。</translation>
    </message>
    <message>
      <source>What was open could not be read: {reason}.</source>
      <translation>上次打开的内容无法读取：{reason}。</translation>
    </message>
    <message>
      <source>What you make is remembered here, with the graph that made it.</source>
      <translation>您生成的内容会连同生成它的工作流保存在这里。</translation>
    </message>
    <message>
      <source>What {host} sent for {name} is no weight file and was thrown away: open the address in a browser to see what it is.</source>
      <translation>{host} 发来的 {name} 不是权重文件，已丢弃：请在浏览器中打开该地址查看它是什么。</translation>
    </message>
    <message>
      <source>Wheel, or pinch</source>
      <translation>滚轮，或双指捏合</translation>
    </message>
    <message>
      <source>Where it begins, from the left side.</source>
      <translation>起始处与左边的距离。</translation>
    </message>
    <message>
      <source>Where it begins, from the top.</source>
      <translation>起始处与上边的距离。</translation>
    </message>
    <message>
      <source>Where it begins.</source>
      <translation>从哪里开始。</translation>
    </message>
    <message>
      <source>Where saved pictures go.</source>
      <translation>保存的图片存放的位置。</translation>
    </message>
    <message>
      <source>Where the .txt files of wildcards lie, with a choice on each line.</source>
      <translation>存放通配符 .txt 文件的位置，每行一个选项。</translation>
    </message>
    <message>
      <source>Where the levels lie; as in the Sampler.</source>
      <translation>噪声水平的分布；与采样器中的相同。</translation>
    </message>
    <message>
      <source>Where the noise levels lie: as the model was trained, or karras (more small ones), exponential, beta, lu, or evenly by linspace, leading or trailing timesteps.</source>
      <translation>噪声水平的分布：按模型训练时的分布，或 karras（小噪声较多）、exponential、beta、lu，或以 linspace、leading、trailing 均匀划分时间步。</translation>
    </message>
    <message>
      <source>Where the other colour lies: 0 at the right, 90 at the bottom.</source>
      <translation>另一种颜色所在的方向：0 为右，90 为下。</translation>
    </message>
    <message>
      <source>Where the part goes back; for Paste Back.</source>
      <translation>该部分放回的位置；供“贴回”使用。</translation>
    </message>
    <message>
      <source>Where the pictures lie.</source>
      <translation>图片所在的位置。</translation>
    </message>
    <message>
      <source>Where the rectangle begins.</source>
      <translation>矩形的起始处。</translation>
    </message>
    <message>
      <source>Where the socket stands among the others: lower numbers come first.</source>
      <translation>端口在其他端口中的位置：数小的在前。</translation>
    </message>
    <message>
      <source>Where the upper one counts; without it everywhere.</source>
      <translation>上层起作用的区域；没有它则处处起作用。</translation>
    </message>
    <message>
      <source>Where the upper picture counts; as large as it is.</source>
      <translation>上层图片起作用的区域；与它一样大。</translation>
    </message>
    <message>
      <source>Where the upper picture counts; without it everywhere.</source>
      <translation>上层图片起作用的区域；没有它则处处起作用。</translation>
    </message>
    <message>
      <source>Where they act: one mask for all pictures, or one for each.</source>
      <translation>起作用的区域：所有图片共用一个蒙版，或每张图片各一个。</translation>
    </message>
    <message>
      <source>Where to begin.</source>
      <translation>从哪里开始。</translation>
    </message>
    <message>
      <source>Where to start: an empty latent, or that of a picture.</source>
      <translation>从哪里开始：空潜变量，或图片的潜变量。</translation>
    </message>
    <message>
      <source>Where white begins when it is fixed.</source>
      <translation>固定时从哪个亮度起算白色。</translation>
    </message>
    <message>
      <source>Where white begins with a hard edge.</source>
      <translation>硬边时从哪个亮度起算白色。</translation>
    </message>
    <message>
      <source>Where you are</source>
      <translation>当前位置</translation>
    </message>
    <message>
      <source>Where: parts of the names of blocks, such as mid or up_blocks.0, with commas between; for SD 3 the numbers of blocks, such as 7, 8, 9.</source>
      <translation>作用的位置：块名称的一部分，如 mid 或 up_blocks.0，以逗号分隔；对 SD 3 为块的编号，如 7, 8, 9。</translation>
    </message>
    <message>
      <source>Whether capital and small letters differ in texts.</source>
      <translation>是否区分文本中的大小写字母。</translation>
    </message>
    <message>
      <source>Whether capital and small letters differ.</source>
      <translation>是否区分大小写字母。</translation>
    </message>
    <message>
      <source>Whether it holds.</source>
      <translation>是否成立。</translation>
    </message>
    <message>
      <source>Whether to look into folders within it, too.</source>
      <translation>是否也查找其中的子文件夹。</translation>
    </message>
    <message>
      <source>Which input goes on.</source>
      <translation>由哪个输入传出。</translation>
    </message>
    <message>
      <source>Which names count: * stands for anything, and ; stands between several, as in cat*; *.png.</source>
      <translation>采用哪些名称：* 代表任意内容，多个之间用 ; 分隔，如 cat*; *.png。</translation>
    </message>
    <message>
      <source>Which of the two goes on.</source>
      <translation>由两者中的哪一个传出。</translation>
    </message>
    <message>
      <source>Which one, counted from 0; -1 is the last one.</source>
      <translation>哪一项，从 0 数起；-1 为最后一项。</translation>
    </message>
    <message>
      <source>Which outlines</source>
      <translation>哪种轮廓</translation>
    </message>
    <message>
      <source>Which sides change places, before it is turned.</source>
      <translation>旋转之前，哪两侧互换。</translation>
    </message>
    <message>
      <source>Which sides change places, before they are turned.</source>
      <translation>旋转之前，哪两侧互换。</translation>
    </message>
    <message>
      <source>White in the added part, to have it painted.</source>
      <translation>增加的部分为白色，以便重绘。</translation>
    </message>
    <message>
      <source>White is near, black far.</source>
      <translation>白色为近，黑色为远。</translation>
    </message>
    <message>
      <source>White lines on black.</source>
      <translation>黑底白线。</translation>
    </message>
    <message>
      <source>White outlines on black.</source>
      <translation>黑底白色轮廓。</translation>
    </message>
    <message>
      <source>White strokes on black.</source>
      <translation>黑底白色笔触。</translation>
    </message>
    <message>
      <source>White where a file is transparent; black if it never is.</source>
      <translation>文件透明处为白色；没有透明处则为黑色。</translation>
    </message>
    <message>
      <source>White where it is; greys blend.</source>
      <translation>该部分所在处为白色；灰色表示混合。</translation>
    </message>
    <message>
      <source>White where it may change; of the picture's size.</source>
      <translation>可以改变之处为白色；与图片尺寸相同。</translation>
    </message>
    <message>
      <source>White where the colour is.</source>
      <translation>该颜色所在处为白色。</translation>
    </message>
    <message>
      <source>White where the file is transparent; black if it never is.</source>
      <translation>文件透明处为白色；没有透明处则为黑色。</translation>
    </message>
    <message>
      <source>White where the picture may change.</source>
      <translation>图片可以改变之处为白色。</translation>
    </message>
    <message>
      <source>White where the upper picture lies.</source>
      <translation>上层图片所在处为白色。</translation>
    </message>
    <message>
      <source>White where they are filled.</source>
      <translation>被填充处为白色。</translation>
    </message>
    <message>
      <source>White where they will be painted.</source>
      <translation>将要绘制之处为白色。</translation>
    </message>
    <message>
      <source>White where they will be painted: one for each picture, or one for all.</source>
      <translation>将要绘制之处为白色：每张图片一个，或一个用于全部。</translation>
    </message>
    <message>
      <source>Whole picture</source>
      <translation>整张图片</translation>
    </message>
    <message>
      <source>Whose levels they are.</source>
      <translation>取哪个模型的噪声水平。</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>宽度</translation>
    </message>
    <message>
      <source>Width and height of a window; the sizes that the model was trained with suit best.</source>
      <translation>窗口的宽和高；模型训练时的尺寸最合适。</translation>
    </message>
    <message>
      <source>Width and height of the part of the picture to keep.</source>
      <translation>要保留的图片部分的宽和高。</translation>
    </message>
    <message>
      <source>Width and height of the part where it is scaled: what the model works best at.</source>
      <translation>缩放时该部分的宽和高：模型效果最好的尺寸。</translation>
    </message>
    <message>
      <source>Width and height of the picture, multiples of 8, or of 16 for SD 3 and Flux. The model in the box likes 128 x 128, SD 1 models about 512 x 512, SDXL, SD 3 and Flux about 1024 x 1024; a new node begins with what suits the graph's model.</source>
      <translation>图片的宽和高，须为 8 的倍数，SD 3 和 Flux 为 16 的倍数。自带模型适合 128 x 128，SD 1 模型适合约 512 x 512，SDXL、SD 3 和 Flux 适合约 1024 x 1024；新节点以适合工作流中模型的尺寸开始。</translation>
    </message>
    <message>
      <source>Width and height of the picture, where a size is to be reached.</source>
      <translation>要达到指定尺寸时，图片的宽和高。</translation>
    </message>
    <message>
      <source>Width and height of the rectangle.</source>
      <translation>矩形的宽和高。</translation>
    </message>
    <message>
      <source>Width and height of the video, multiples of 8.</source>
      <translation>视频的宽和高，须为 8 的倍数。</translation>
    </message>
    <message>
      <source>Width and height of the whole mask.</source>
      <translation>整个蒙版的宽和高。</translation>
    </message>
    <message>
      <source>Width and height to keep.</source>
      <translation>要保留的宽和高。</translation>
    </message>
    <message>
      <source>Width and height to reach.</source>
      <translation>要达到的宽和高。</translation>
    </message>
    <message>
      <source>Width and height together, for nodes that take a size.</source>
      <translation>宽和高合在一起，供接受尺寸的节点使用。</translation>
    </message>
    <message>
      <source>Width and height.</source>
      <translation>宽和高。</translation>
    </message>
    <message>
      <source>Width of the brush</source>
      <translation>画笔的粗细</translation>
    </message>
    <message>
      <source>Wildcard Text</source>
      <translation>通配符文本</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>窗口</translation>
    </message>
    <message>
      <source>Windows of {side} px cannot overlap by {overlap} px: lower the overlap, or use larger windows.</source>
      <translation>{side} px 的窗口不能重叠 {overlap} px：请降低重叠，或使用更大的窗口。</translation>
    </message>
    <message>
      <source>Wire a Compare, a Boolean or an Expression to *condition*.</source>
      <translation>把“比较”、“布尔值”或“表达式”接到 *condition*。</translation>
    </message>
    <message>
      <source>Wire from {output} of {source} to {input} of {node}</source>
      <translation>从 {source} 的 {output} 到 {node} 的 {input} 的连线</translation>
    </message>
    <message>
      <source>Wire it to a seed for several pictures, or to any other number.</source>
      <translation>把它接到种子可得到多张图片，也可接到其他任何数。</translation>
    </message>
    <message>
      <source>With less than full denoise the Sampler keeps some of what is there: smooth colours are easily
turned into anything, noise into something with much detail.</source>
      <translation>去噪强度不满时，采样器会保留一部分现有内容：平滑的颜色容易变成任何东西，噪声则变成细节丰富的内容。</translation>
    </message>
    <message>
      <source>With models of yours</source>
      <translation>使用您的模型</translation>
    </message>
    <message>
      <source>Without a base the result lies between the two models. With a base it is the first model plus
the difference between the other one and the base: so it takes over what the other one learnt
on top of the base. All are of one family. Nothing is copied: weights are mixed when they are
used, and Save Model writes them into a file.</source>
      <translation>没有底模时，结果介于两个模型之间。有底模时，结果是第一个模型加上另一个与底模之差：因此它吸收另一个在底模之上学到的内容。所有模型属于同一系列。不作任何复制：权重在使用时混合，“保存模型”把它们写入文件。</translation>
    </message>
    <message>
      <source>Without paths, prompts, notes and titles; the mark of generated pictures stays</source>
      <translation>不含路径、提示词、便签和标题；生成图片的标记保留</translation>
    </message>
    <message>
      <source>Without prompts, paths, notes and titles, to hand to others</source>
      <translation>不含提示词、路径、便签和标题，可交给他人</translation>
    </message>
    <message>
      <source>Without this node the Sampler takes 1.5. Other models do not use it.</source>
      <translation>没有此节点时，采样器取 1.5。其他模型不使用它。</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>词</translation>
    </message>
    <message>
      <source>Words are drawn by chance, and each text becomes a picture.</source>
      <translation>随机抽取文字，每段文本成为一张图片。</translation>
    </message>
    <message>
      <source>Words become a large picture.</source>
      <translation>由文字变成大图片。</translation>
    </message>
    <message>
      <source>Words become a picture, 768 pixels wide.</source>
      <translation>由文字变成 768 像素宽的图片。</translation>
    </message>
    <message>
      <source>Words become a picture.</source>
      <translation>由文字变成图片。</translation>
    </message>
    <message>
      <source>Words for glass</source>
      <translation>彩绘玻璃的文字</translation>
    </message>
    <message>
      <source>Words for ink lines</source>
      <translation>墨线的文字</translation>
    </message>
    <message>
      <source>Words say what is to become different in a picture.</source>
      <translation>用文字说明图片中要改变什么。</translation>
    </message>
    <message>
      <source>Work in a process of its own</source>
      <translation>在独立进程中运算</translation>
    </message>
    <message>
      <source>Work out a formula, such as `a * 2 + max(b, 1)` or `"portrait" if a &gt; b else "landscape"`.</source>
      <translation>计算公式，例如 `a * 2 + max(b, 1)` 或 `"portrait" if a &gt; b else "landscape"`。</translation>
    </message>
    <message>
      <source>Write one prompt a line to make several pictures at once.</source>
      <translation>每行写一段提示词，一次生成多张图片。</translation>
    </message>
    <message>
      <source>Write something else wherever a word or phrase stands in a text.</source>
      <translation>在文本中把某个词或短语换成别的内容。</translation>
    </message>
    <message>
      <source>Writing a node</source>
      <translation>编写节点</translation>
    </message>
    <message>
      <source>Written into pictures</source>
      <translation>写入图片的内容</translation>
    </message>
    <message>
      <source>Yellow</source>
      <translation>黄色</translation>
    </message>
    <message>
      <source>Yes or no.</source>
      <translation>是或否。</translation>
    </message>
    <message>
      <source>Your graph is still here. Save it where it was?</source>
      <translation>您的工作流仍在此处。保存到原来的位置吗？</translation>
    </message>
    <message>
      <source>Zero Prompt</source>
      <translation>提示词归零</translation>
    </message>
    <message>
      <source>Zero steps</source>
      <translation>归零步数</translation>
    </message>
    <message>
      <source>Zeros of its size.</source>
      <translation>与它尺寸相同的零。</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>缩放视图</translation>
    </message>
    <message>
      <source>Zoom &amp;in</source>
      <translation>放大(&amp;I)</translation>
    </message>
    <message>
      <source>Zoom &amp;out</source>
      <translation>缩小(&amp;O)</translation>
    </message>
    <message>
      <source>a ControlNet</source>
      <translation>ControlNet</translation>
    </message>
    <message>
      <source>a ControlNet that can be used here</source>
      <translation>可在此使用的 ControlNet</translation>
    </message>
    <message>
      <source>a LoRA</source>
      <translation>LoRA</translation>
    </message>
    <message>
      <source>a T2I-Adapter</source>
      <translation>T2I-Adapter</translation>
    </message>
    <message>
      <source>a VAE</source>
      <translation>VAE</translation>
    </message>
    <message>
      <source>a VAE that can be used here</source>
      <translation>可在此使用的 VAE</translation>
    </message>
    <message>
      <source>a checkpoint that can be used here</source>
      <translation>可在此使用的大模型</translation>
    </message>
    <message>
      <source>a colour such as #7aa2ff</source>
      <translation>#7aa2ff 这样的颜色</translation>
    </message>
    <message>
      <source>a colour such as #7aa2ff, or null</source>
      <translation>#7aa2ff 这样的颜色或 null</translation>
    </message>
    <message>
      <source>a file or model that it reads is gone</source>
      <translation>它读取的文件或模型不见了</translation>
    </message>
    <message>
      <source>a file or model that it reads was changed</source>
      <translation>它读取的文件或模型有变化</translation>
    </message>
    <message>
      <source>a finite number</source>
      <translation>有限的数</translation>
    </message>
    <message>
      <source>a list</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>a list of a node's id and a socket's name</source>
      <translation>由节点 id 和端口名称组成的列表</translation>
    </message>
    <message>
      <source>a list of two whole numbers</source>
      <translation>由两个整数组成的列表</translation>
    </message>
    <message>
      <source>a list of {count} numbers of at most {most:g}</source>
      <translation>由 {count} 个不超过 {most:g} 的数组成的列表</translation>
    </message>
    <message>
      <source>a model folder</source>
      <translation>模型文件夹</translation>
    </message>
    <message>
      <source>a motion adapter</source>
      <translation>运动适配器</translation>
    </message>
    <message>
      <source>a node</source>
      <translation>一个节点</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>数</translation>
    </message>
    <message>
      <source>a table without empty ids</source>
      <translation>不含空 id 的表</translation>
    </message>
    <message>
      <source>a text encoder</source>
      <translation>文本编码器</translation>
    </message>
    <message>
      <source>a textual inversion</source>
      <translation>文本反转</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>整数</translation>
    </message>
    <message>
      <source>a whole number from 1</source>
      <translation>从 1 起的整数</translation>
    </message>
    <message>
      <source>a whole number of at most 63 bits</source>
      <translation>不超过 63 位的整数</translation>
    </message>
    <message>
      <source>a width and a height</source>
      <translation>宽和高</translation>
    </message>
    <message>
      <source>a {type}</source>
      <translation>{type}</translation>
    </message>
    <message>
      <source>about {time}</source>
      <translation>约 {time}</translation>
    </message>
    <message>
      <source>adaptive projected guidance</source>
      <translation>自适应投影引导</translation>
    </message>
    <message>
      <source>add</source>
      <translation>相加</translation>
    </message>
    <message>
      <source>add difference</source>
      <translation>差值相加</translation>
    </message>
    <message>
      <source>ade20k</source>
      <translation>ade20k</translation>
    </message>
    <message>
      <source>aesthetic score</source>
      <translation>美学评分</translation>
    </message>
    <message>
      <source>all results were kept</source>
      <translation>所有结果都已缓存</translation>
    </message>
    <message>
      <source>alternate</source>
      <translation>交替</translation>
    </message>
    <message>
      <source>always</source>
      <translation>总是</translation>
    </message>
    <message>
      <source>an IP-Adapter</source>
      <translation>IP-Adapter</translation>
    </message>
    <message>
      <source>an id without /</source>
      <translation>不含 / 的 id</translation>
    </message>
    <message>
      <source>an image encoder</source>
      <translation>图像编码器</translation>
    </message>
    <message>
      <source>an object</source>
      <translation>对象</translation>
    </message>
    <message>
      <source>an upscaler</source>
      <translation>放大模型</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>以及另外 {count} 个</translation>
    </message>
    <message>
      <source>animation</source>
      <translation>动画</translation>
    </message>
    <message>
      <source>another form of {family}, pruned or rebuilt</source>
      <translation>{family} 的另一种形式，经过剪枝或改造</translation>
    </message>
    <message>
      <source>any family</source>
      <translation>任意系列</translation>
    </message>
    <message>
      <source>any number of {kind}</source>
      <translation>任意多个{kind}</translation>
    </message>
    <message>
      <source>any type</source>
      <translation>任意类型</translation>
    </message>
    <message>
      <source>anything</source>
      <translation>任意类型</translation>
    </message>
    <message>
      <source>append</source>
      <translation>追加</translation>
    </message>
    <message>
      <source>area</source>
      <translation>面积</translation>
    </message>
    <message>
      <source>arithmetic</source>
      <translation>算术</translation>
    </message>
    <message>
      <source>array</source>
      <translation>数组</translation>
    </message>
    <message>
      <source>as in the settings</source>
      <translation>按设置</translation>
    </message>
    <message>
      <source>as the model</source>
      <translation>同模型</translation>
    </message>
    <message>
      <source>as the model says</source>
      <translation>按模型所述</translation>
    </message>
    <message>
      <source>as the settings say</source>
      <translation>按设置</translation>
    </message>
    <message>
      <source>as trained</source>
      <translation>按训练时</translation>
    </message>
    <message>
      <source>at least {low}</source>
      <translation>至少 {low}</translation>
    </message>
    <message>
      <source>at most {high}</source>
      <translation>至多 {high}</translation>
    </message>
    <message>
      <source>at once</source>
      <translation>立即</translation>
    </message>
    <message>
      <source>at {path}</source>
      <translation>{path}</translation>
    </message>
    <message>
      <source>attention</source>
      <translation>注意力</translation>
    </message>
    <message>
      <source>attention couple</source>
      <translation>注意力分区</translation>
    </message>
    <message>
      <source>autoencoder</source>
      <translation>自编码器</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <source>average</source>
      <translation>平均</translation>
    </message>
    <message>
      <source>backbone</source>
      <translation>主干</translation>
    </message>
    <message>
      <source>bake lora</source>
      <translation>烘焙 LoRA</translation>
    </message>
    <message>
      <source>base and refiner</source>
      <translation>基础与精修</translation>
    </message>
    <message>
      <source>batch</source>
      <translation>批次</translation>
    </message>
    <message>
      <source>begin again</source>
      <translation>从头开始</translation>
    </message>
    <message>
      <source>begins</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>beta</source>
      <translation>beta</translation>
    </message>
    <message>
      <source>between {low} and {high}</source>
      <translation>{low} 到 {high} 之间的数</translation>
    </message>
    <message>
      <source>bfloat16</source>
      <translation>bfloat16</translation>
    </message>
    <message>
      <source>bicubic</source>
      <translation>bicubic</translation>
    </message>
    <message>
      <source>bilinear</source>
      <translation>bilinear</translation>
    </message>
    <message>
      <source>binary</source>
      <translation>二值化</translation>
    </message>
    <message>
      <source>black and white</source>
      <translation>黑白</translation>
    </message>
    <message>
      <source>blank</source>
      <translation>空白</translation>
    </message>
    <message>
      <source>blend</source>
      <translation>混合</translation>
    </message>
    <message>
      <source>blend noise</source>
      <translation>混合噪声</translation>
    </message>
    <message>
      <source>blend prompts</source>
      <translation>混合提示词</translation>
    </message>
    <message>
      <source>block</source>
      <translation>组件</translation>
    </message>
    <message>
      <source>block weighted merge</source>
      <translation>分块加权合并</translation>
    </message>
    <message>
      <source>blocks come from memory one by one</source>
      <translation>块从内存逐个调入</translation>
    </message>
    <message>
      <source>blue</source>
      <translation>蓝色</translation>
    </message>
    <message>
      <source>blur</source>
      <translation>模糊</translation>
    </message>
    <message>
      <source>body</source>
      <translation>身体</translation>
    </message>
    <message>
      <source>bool</source>
      <translation>布尔</translation>
    </message>
    <message>
      <source>boolean</source>
      <translation>布尔值</translation>
    </message>
    <message>
      <source>border</source>
      <translation>边框</translation>
    </message>
    <message>
      <source>both</source>
      <translation>两侧</translation>
    </message>
    <message>
      <source>bounding box</source>
      <translation>边界框</translation>
    </message>
    <message>
      <source>bounds</source>
      <translation>边界</translation>
    </message>
    <message>
      <source>box</source>
      <translation>方框</translation>
    </message>
    <message>
      <source>brightness</source>
      <translation>亮度</translation>
    </message>
    <message>
      <source>brush</source>
      <translation>画笔</translation>
    </message>
    <message>
      <source>bump</source>
      <translation>凹凸</translation>
    </message>
    <message>
      <source>by size</source>
      <translation>按尺寸</translation>
    </message>
    <message>
      <source>bypassed</source>
      <translation>已绕过</translation>
    </message>
    <message>
      <source>cached</source>
      <translation>已缓存</translation>
    </message>
    <message>
      <source>calculate</source>
      <translation>计算</translation>
    </message>
    <message>
      <source>called {name}</source>
      <translation>{name}</translation>
    </message>
    <message>
      <source>canny</source>
      <translation>canny</translation>
    </message>
    <message>
      <source>canvas</source>
      <translation>画布</translation>
    </message>
    <message>
      <source>cartesian</source>
      <translation>笛卡尔积</translation>
    </message>
    <message>
      <source>cfg rescale</source>
      <translation>CFG 重缩放</translation>
    </message>
    <message>
      <source>cfg schedule</source>
      <translation>CFG 计划</translation>
    </message>
    <message>
      <source>change</source>
      <translation>更改</translation>
    </message>
    <message>
      <source>channel</source>
      <translation>通道</translation>
    </message>
    <message>
      <source>checkpoint</source>
      <translation>大模型</translation>
    </message>
    <message>
      <source>checkpoint loader</source>
      <translation>大模型加载器</translation>
    </message>
    <message>
      <source>checkpoint merge</source>
      <translation>大模型合并</translation>
    </message>
    <message>
      <source>checkpoint save</source>
      <translation>大模型保存</translation>
    </message>
    <message>
      <source>choice</source>
      <translation>选项</translation>
    </message>
    <message>
      <source>choose</source>
      <translation>选择</translation>
    </message>
    <message>
      <source>choose a model of Stable Diffusion 1, 2, XL or 3, or of Flux</source>
      <translation>请选择 Stable Diffusion 1、2、XL 或 3 的模型，或 Flux 的模型</translation>
    </message>
    <message>
      <source>choose {names} and {count} more, or give its path</source>
      <translation>请选择 {names} 或另外 {count} 个，或给出其路径</translation>
    </message>
    <message>
      <source>choose {names}, or give its path</source>
      <translation>请选择 {names}，或给出其路径</translation>
    </message>
    <message>
      <source>chroma key</source>
      <translation>色度键</translation>
    </message>
    <message>
      <source>clip loader</source>
      <translation>CLIP 加载器</translation>
    </message>
    <message>
      <source>clip text encode</source>
      <translation>CLIP 文本编码</translation>
    </message>
    <message>
      <source>clip vision</source>
      <translation>CLIP 视觉</translation>
    </message>
    <message>
      <source>clip vision encode</source>
      <translation>CLIP 视觉编码</translation>
    </message>
    <message>
      <source>collage</source>
      <translation>拼贴</translation>
    </message>
    <message>
      <source>collect</source>
      <translation>收集</translation>
    </message>
    <message>
      <source>color</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>color correct</source>
      <translation>颜色校正</translation>
    </message>
    <message>
      <source>color match</source>
      <translation>颜色匹配</translation>
    </message>
    <message>
      <source>color range</source>
      <translation>颜色范围</translation>
    </message>
    <message>
      <source>color transfer</source>
      <translation>颜色迁移</translation>
    </message>
    <message>
      <source>colour</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>colour range</source>
      <translation>颜色范围</translation>
    </message>
    <message>
      <source>combine</source>
      <translation>组合</translation>
    </message>
    <message>
      <source>compare</source>
      <translation>比较</translation>
    </message>
    <message>
      <source>composable diffusion</source>
      <translation>可组合扩散</translation>
    </message>
    <message>
      <source>composite</source>
      <translation>合成</translation>
    </message>
    <message>
      <source>concatenate</source>
      <translation>拼接</translation>
    </message>
    <message>
      <source>condition</source>
      <translation>条件</translation>
    </message>
    <message>
      <source>constant</source>
      <translation>常量</translation>
    </message>
    <message>
      <source>contains</source>
      <translation>包含</translation>
    </message>
    <message>
      <source>contour</source>
      <translation>轮廓线</translation>
    </message>
    <message>
      <source>controlnet</source>
      <translation>控制网络</translation>
    </message>
    <message>
      <source>controlnet loader</source>
      <translation>控制网络加载器</translation>
    </message>
    <message>
      <source>copies</source>
      <translation>副本</translation>
    </message>
    <message>
      <source>correct</source>
      <translation>校正</translation>
    </message>
    <message>
      <source>count</source>
      <translation>计数</translation>
    </message>
    <message>
      <source>counting</source>
      <translation>递增</translation>
    </message>
    <message>
      <source>counts</source>
      <translation>区分</translation>
    </message>
    <message>
      <source>crashed: aborted</source>
      <translation>崩溃：异常中止</translation>
    </message>
    <message>
      <source>crashed: arithmetic error</source>
      <translation>崩溃：算术错误</translation>
    </message>
    <message>
      <source>crashed: bus error</source>
      <translation>崩溃：总线错误</translation>
    </message>
    <message>
      <source>crashed: illegal instruction</source>
      <translation>崩溃：非法指令</translation>
    </message>
    <message>
      <source>crashed: segmentation fault</source>
      <translation>崩溃：段错误</translation>
    </message>
    <message>
      <source>crisp</source>
      <translation>清晰</translation>
    </message>
    <message>
      <source>crop</source>
      <translation>裁剪</translation>
    </message>
    <message>
      <source>crop and stitch</source>
      <translation>裁剪与缝合</translation>
    </message>
    <message>
      <source>crop around mask</source>
      <translation>按蒙版裁剪</translation>
    </message>
    <message>
      <source>cross product</source>
      <translation>叉积组合</translation>
    </message>
    <message>
      <source>ctx.progress takes two whole numbers and a Picture or nothing, but {found} came: the node file has a fault.</source>
      <translation>ctx.progress 接受两个整数，以及一个 Picture 或不给出，却得到了{found}：节点文件有错误。</translation>
    </message>
    <message>
      <source>custom sigmas</source>
      <translation>自定义 Sigma</translation>
    </message>
    <message>
      <source>cut</source>
      <translation>剪裁</translation>
    </message>
    <message>
      <source>darken</source>
      <translation>变暗</translation>
    </message>
    <message>
      <source>decimal</source>
      <translation>小数</translation>
    </message>
    <message>
      <source>decode</source>
      <translation>解码</translation>
    </message>
    <message>
      <source>denoise</source>
      <translation>降噪</translation>
    </message>
    <message>
      <source>depth</source>
      <translation>深度</translation>
    </message>
    <message>
      <source>depth anything</source>
      <translation>Depth Anything 深度</translation>
    </message>
    <message>
      <source>depth network</source>
      <translation>深度网络</translation>
    </message>
    <message>
      <source>desaturate</source>
      <translation>去色</translation>
    </message>
    <message>
      <source>detail</source>
      <translation>细节</translation>
    </message>
    <message>
      <source>detailer</source>
      <translation>细节修复</translation>
    </message>
    <message>
      <source>dice</source>
      <translation>骰子</translation>
    </message>
    <message>
      <source>did not run: it is switched off</source>
      <translation>没有运行：它已关闭</translation>
    </message>
    <message>
      <source>did not run: {cause} has no result</source>
      <translation>没有运行：{cause} 没有结果</translation>
    </message>
    <message>
      <source>difference</source>
      <translation>差值</translation>
    </message>
    <message>
      <source>dilate</source>
      <translation>膨胀</translation>
    </message>
    <message>
      <source>directory</source>
      <translation>目录</translation>
    </message>
    <message>
      <source>distilled guidance</source>
      <translation>蒸馏引导</translation>
    </message>
    <message>
      <source>done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>done in {time}</source>
      <translation>已完成，用时 {time}</translation>
    </message>
    <message>
      <source>doodle</source>
      <translation>随手画</translation>
    </message>
    <message>
      <source>dora</source>
      <translation>dora</translation>
    </message>
    <message>
      <source>downscale</source>
      <translation>缩小</translation>
    </message>
    <message>
      <source>dpt</source>
      <translation>dpt</translation>
    </message>
    <message>
      <source>draw</source>
      <translation>绘制</translation>
    </message>
    <message>
      <source>dual clip loader</source>
      <translation>双 CLIP 加载器</translation>
    </message>
    <message>
      <source>dynamic cfg</source>
      <translation>动态 CFG</translation>
    </message>
    <message>
      <source>dynamic prompt</source>
      <translation>动态提示词</translation>
    </message>
    <message>
      <source>edge</source>
      <translation>边缘</translation>
    </message>
    <message>
      <source>edges</source>
      <translation>边缘检测</translation>
    </message>
    <message>
      <source>else</source>
      <translation>否则</translation>
    </message>
    <message>
      <source>embedding</source>
      <translation>嵌入</translation>
    </message>
    <message>
      <source>empty image</source>
      <translation>空图像</translation>
    </message>
    <message>
      <source>encode</source>
      <translation>编码</translation>
    </message>
    <message>
      <source>ended from outside</source>
      <translation>被外部终止</translation>
    </message>
    <message>
      <source>ends with</source>
      <translation>结尾为</translation>
    </message>
    <message>
      <source>enlarge</source>
      <translation>扩大</translation>
    </message>
    <message>
      <source>epsilon</source>
      <translation>epsilon</translation>
    </message>
    <message>
      <source>equal</source>
      <translation>等于</translation>
    </message>
    <message>
      <source>erase</source>
      <translation>擦除</translation>
    </message>
    <message>
      <source>erode</source>
      <translation>腐蚀</translation>
    </message>
    <message>
      <source>esrgan</source>
      <translation>esrgan</translation>
    </message>
    <message>
      <source>even</source>
      <translation>均匀</translation>
    </message>
    <message>
      <source>every pair</source>
      <translation>两两组合</translation>
    </message>
    <message>
      <source>exact</source>
      <translation>精确</translation>
    </message>
    <message>
      <source>exclusive</source>
      <translation>互斥</translation>
    </message>
    <message>
      <source>exit status {status}</source>
      <translation>退出状态 {status}</translation>
    </message>
    <message>
      <source>expand</source>
      <translation>扩展</translation>
    </message>
    <message>
      <source>exponential</source>
      <translation>exponential</translation>
    </message>
    <message>
      <source>export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>export model</source>
      <translation>导出模型</translation>
    </message>
    <message>
      <source>exposure</source>
      <translation>曝光</translation>
    </message>
    <message>
      <source>extend</source>
      <translation>延伸</translation>
    </message>
    <message>
      <source>extract</source>
      <translation>提取</translation>
    </message>
    <message>
      <source>face</source>
      <translation>人脸</translation>
    </message>
    <message>
      <source>factor</source>
      <translation>倍数</translation>
    </message>
    <message>
      <source>fade</source>
      <translation>渐隐</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>失败</translation>
    </message>
    <message>
      <source>failed: {reason}</source>
      <translation>失败：{reason}</translation>
    </message>
    <message>
      <source>false</source>
      <translation>假</translation>
    </message>
    <message>
      <source>feather</source>
      <translation>羽化</translation>
    </message>
    <message>
      <source>fewer</source>
      <translation>收起</translation>
    </message>
    <message>
      <source>file</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>fill</source>
      <translation>填充</translation>
    </message>
    <message>
      <source>fill in</source>
      <translation>填入</translation>
    </message>
    <message>
      <source>find</source>
      <translation>查找</translation>
    </message>
    <message>
      <source>first</source>
      <translation>第一</translation>
    </message>
    <message>
      <source>fit</source>
      <translation>适应</translation>
    </message>
    <message>
      <source>fixed</source>
      <translation>固定</translation>
    </message>
    <message>
      <source>flip</source>
      <translation>翻转</translation>
    </message>
    <message>
      <source>flow shift</source>
      <translation>flow 偏移</translation>
    </message>
    <message>
      <source>for each</source>
      <translation>逐项</translation>
    </message>
    <message>
      <source>for inpainting</source>
      <translation>用于局部重绘</translation>
    </message>
    <message>
      <source>for instructions</source>
      <translation>用于指令</translation>
    </message>
    <message>
      <source>formula</source>
      <translation>公式</translation>
    </message>
    <message>
      <source>found, nothing to do</source>
      <translation>已找到，无需计算</translation>
    </message>
    <message>
      <source>found: nothing that it depends on changed</source>
      <translation>已找到：它所依赖的内容没有变化</translation>
    </message>
    <message>
      <source>found: the same work was done before, here or by another node</source>
      <translation>已找到：同样的计算先前做过，在这里或由另一个节点</translation>
    </message>
    <message>
      <source>fourth</source>
      <translation>第四</translation>
    </message>
    <message>
      <source>frame</source>
      <translation>分组框</translation>
    </message>
    <message>
      <source>frames</source>
      <translation>帧</translation>
    </message>
    <message>
      <source>free u</source>
      <translation>free u</translation>
    </message>
    <message>
      <source>fresh</source>
      <translation>新噪声</translation>
    </message>
    <message>
      <source>from disk</source>
      <translation>来自磁盘</translation>
    </message>
    <message>
      <source>from {source}</source>
      <translation>来自 {source}</translation>
    </message>
    <message>
      <source>full</source>
      <translation>全精度</translation>
    </message>
    <message>
      <source>gaussian</source>
      <translation>高斯</translation>
    </message>
    <message>
      <source>generate</source>
      <translation>生成</translation>
    </message>
    <message>
      <source>get</source>
      <translation>获取</translation>
    </message>
    <message>
      <source>get size</source>
      <translation>获取尺寸</translation>
    </message>
    <message>
      <source>grade</source>
      <translation>调色</translation>
    </message>
    <message>
      <source>gradient</source>
      <translation>渐变</translation>
    </message>
    <message>
      <source>gradual</source>
      <translation>渐变</translation>
    </message>
    <message>
      <source>graph</source>
      <translation>工作流</translation>
    </message>
    <message>
      <source>green</source>
      <translation>绿色</translation>
    </message>
    <message>
      <source>green screen</source>
      <translation>绿幕</translation>
    </message>
    <message>
      <source>grey</source>
      <translation>灰色</translation>
    </message>
    <message>
      <source>grid</source>
      <translation>网格</translation>
    </message>
    <message>
      <source>group input</source>
      <translation>组输入</translation>
    </message>
    <message>
      <source>group output</source>
      <translation>组输出</translation>
    </message>
    <message>
      <source>guidance interval</source>
      <translation>引导区间</translation>
    </message>
    <message>
      <source>guidance_rescale</source>
      <translation>引导重缩放</translation>
    </message>
    <message>
      <source>guider</source>
      <translation>引导器</translation>
    </message>
    <message>
      <source>half</source>
      <translation>半精度</translation>
    </message>
    <message>
      <source>hand over</source>
      <translation>交接</translation>
    </message>
    <message>
      <source>hard</source>
      <translation>硬</translation>
    </message>
    <message>
      <source>harden</source>
      <translation>硬化</translation>
    </message>
    <message>
      <source>hed</source>
      <translation>hed</translation>
    </message>
    <message>
      <source>height</source>
      <translation>高度</translation>
    </message>
    <message>
      <source>hires fix</source>
      <translation>高清修复</translation>
    </message>
    <message>
      <source>histogram</source>
      <translation>直方图</translation>
    </message>
    <message>
      <source>if</source>
      <translation>如果</translation>
    </message>
    <message>
      <source>if needed</source>
      <translation>需要时</translation>
    </message>
    <message>
      <source>ignored</source>
      <translation>忽略</translation>
    </message>
    <message>
      <source>image cfg</source>
      <translation>图像 CFG</translation>
    </message>
    <message>
      <source>image encoder</source>
      <translation>图像编码器</translation>
    </message>
    <message>
      <source>image prompt</source>
      <translation>图像提示</translation>
    </message>
    <message>
      <source>image to latent</source>
      <translation>图像转潜变量</translation>
    </message>
    <message>
      <source>image to mask</source>
      <translation>图像转蒙版</translation>
    </message>
    <message>
      <source>image to video</source>
      <translation>图生视频</translation>
    </message>
    <message>
      <source>image_guidance_scale</source>
      <translation>图像引导强度</translation>
    </message>
    <message>
      <source>img2img</source>
      <translation>图生图</translation>
    </message>
    <message>
      <source>img2vid</source>
      <translation>图生视频</translation>
    </message>
    <message>
      <source>import</source>
      <translation>导入</translation>
    </message>
    <message>
      <source>in memory</source>
      <translation>在内存中</translation>
    </message>
    <message>
      <source>in the viewer</source>
      <translation>在查看器中</translation>
    </message>
    <message>
      <source>in tiles of {tile} px</source>
      <translation>以 {tile} px 的分块进行</translation>
    </message>
    <message>
      <source>index</source>
      <translation>序号</translation>
    </message>
    <message>
      <source>ink</source>
      <translation>墨线</translation>
    </message>
    <message>
      <source>inpaint</source>
      <translation>局部重绘</translation>
    </message>
    <message>
      <source>inpaint crop</source>
      <translation>局部重绘裁剪</translation>
    </message>
    <message>
      <source>inpaint fill</source>
      <translation>局部重绘填充</translation>
    </message>
    <message>
      <source>inpaint stitch</source>
      <translation>局部重绘缝合</translation>
    </message>
    <message>
      <source>input</source>
      <translation>输入</translation>
    </message>
    <message>
      <source>input called {name}</source>
      <translation>名为 {name} 的输入</translation>
    </message>
    <message>
      <source>insert</source>
      <translation>插入</translation>
    </message>
    <message>
      <source>inside</source>
      <translation>内侧</translation>
    </message>
    <message>
      <source>int</source>
      <translation>整数</translation>
    </message>
    <message>
      <source>interpolate</source>
      <translation>插值</translation>
    </message>
    <message>
      <source>interrupted when the program ended</source>
      <translation>程序结束时中断</translation>
    </message>
    <message>
      <source>intersection</source>
      <translation>交集</translation>
    </message>
    <message>
      <source>ip adapter encode</source>
      <translation>IP-Adapter 编码</translation>
    </message>
    <message>
      <source>ip adapter loader</source>
      <translation>IP-Adapter 加载器</translation>
    </message>
    <message>
      <source>is</source>
      <translation>是</translation>
    </message>
    <message>
      <source>it begins like something else</source>
      <translation>它的开头像是别的东西</translation>
    </message>
    <message>
      <source>it cannot be imported</source>
      <translation>无法导入</translation>
    </message>
    <message>
      <source>it did not finish the last time</source>
      <translation>它上次没有完成</translation>
    </message>
    <message>
      <source>it does not name the files beside it</source>
      <translation>它没有写明旁边的文件</translation>
    </message>
    <message>
      <source>it does not say which network it is for</source>
      <translation>它没有写明适用于哪个网络</translation>
    </message>
    <message>
      <source>it had not run before</source>
      <translation>它先前没有运行过</translation>
    </message>
    <message>
      <source>it holds a number of absurd length</source>
      <translation>含有长得离谱的数</translation>
    </message>
    <message>
      <source>it holds more values than any graph</source>
      <translation>它包含的值比任何工作流都多</translation>
    </message>
    <message>
      <source>it holds no graphs</source>
      <translation>不含工作流</translation>
    </message>
    <message>
      <source>it holds no tensors</source>
      <translation>不含张量</translation>
    </message>
    <message>
      <source>it holds numbers of an unknown type</source>
      <translation>它含有未知类型的数</translation>
    </message>
    <message>
      <source>it holds something else</source>
      <translation>内容是别的东西</translation>
    </message>
    <message>
      <source>it holds {count} tensors of another kind</source>
      <translation>它含有 {count} 个其他类型的张量</translation>
    </message>
    <message>
      <source>it is a pickle, which is never opened</source>
      <translation>它是 pickle 文件，从不打开</translation>
    </message>
    <message>
      <source>it is a {kind} of {family}</source>
      <translation>它是 {family} 的{kind}</translation>
    </message>
    <message>
      <source>it is another kind of node now</source>
      <translation>它现在是另一种节点</translation>
    </message>
    <message>
      <source>it is empty</source>
      <translation>文件为空</translation>
    </message>
    <message>
      <source>it is far too large</source>
      <translation>文件过大</translation>
    </message>
    <message>
      <source>it is longer than its tensors</source>
      <translation>它比其中的张量更长</translation>
    </message>
    <message>
      <source>it is nested too deeply</source>
      <translation>嵌套过深</translation>
    </message>
    <message>
      <source>it is not a JSON object</source>
      <translation>不是 JSON 对象</translation>
    </message>
    <message>
      <source>it is not a folder</source>
      <translation>不是文件夹</translation>
    </message>
    <message>
      <source>it is not text</source>
      <translation>不是文本</translation>
    </message>
    <message>
      <source>it is of a newer format</source>
      <translation>它的格式较新</translation>
    </message>
    <message>
      <source>it is too large</source>
      <translation>文件过大</translation>
    </message>
    <message>
      <source>it lacks tensors ({problem})</source>
      <translation>它缺少张量（{problem}）</translation>
    </message>
    <message>
      <source>it names no format version</source>
      <translation>没有写明格式版本</translation>
    </message>
    <message>
      <source>item</source>
      <translation>项</translation>
    </message>
    <message>
      <source>its backbone would have to come from elsewhere</source>
      <translation>它的主干需要来自别处</translation>
    </message>
    <message>
      <source>its frames are no longer kept</source>
      <translation>它的帧已不在缓存中</translation>
    </message>
    <message>
      <source>its result was no longer kept</source>
      <translation>它的结果已不在缓存中</translation>
    </message>
    <message>
      <source>its tensors do not lie side by side</source>
      <translation>它的张量没有依次相接</translation>
    </message>
    <message>
      <source>join prompts</source>
      <translation>合并提示词</translation>
    </message>
    <message>
      <source>karras</source>
      <translation>karras</translation>
    </message>
    <message>
      <source>keep</source>
      <translation>保留</translation>
    </message>
    <message>
      <source>kept: {size}</source>
      <translation>已缓存：{size}</translation>
    </message>
    <message>
      <source>killed, as the system does where memory runs out</source>
      <translation>被强制结束，系统在内存耗尽时会这样做</translation>
    </message>
    <message>
      <source>lanczos</source>
      <translation>lanczos</translation>
    </message>
    <message>
      <source>large pictures</source>
      <translation>大图片</translation>
    </message>
    <message>
      <source>larger</source>
      <translation>更大</translation>
    </message>
    <message>
      <source>latent noise</source>
      <translation>潜变量噪声</translation>
    </message>
    <message>
      <source>latent to image</source>
      <translation>潜变量转图像</translation>
    </message>
    <message>
      <source>latent upscale</source>
      <translation>潜变量放大</translation>
    </message>
    <message>
      <source>layer</source>
      <translation>图层</translation>
    </message>
    <message>
      <source>layers</source>
      <translation>层</translation>
    </message>
    <message>
      <source>layers come from memory one by one</source>
      <translation>层从内存逐个调入</translation>
    </message>
    <message>
      <source>leading</source>
      <translation>leading</translation>
    </message>
    <message>
      <source>learnt word</source>
      <translation>学得的词</translation>
    </message>
    <message>
      <source>least</source>
      <translation>最少</translation>
    </message>
    <message>
      <source>leave out</source>
      <translation>略去</translation>
    </message>
    <message>
      <source>left to right</source>
      <translation>左右</translation>
    </message>
    <message>
      <source>lerp</source>
      <translation>线性插值</translation>
    </message>
    <message>
      <source>levels</source>
      <translation>级别</translation>
    </message>
    <message>
      <source>light</source>
      <translation>光线</translation>
    </message>
    <message>
      <source>lighten</source>
      <translation>变亮</translation>
    </message>
    <message>
      <source>like #7aa2ff</source>
      <translation>#7aa2ff 这样的写法</translation>
    </message>
    <message>
      <source>line art</source>
      <translation>线稿</translation>
    </message>
    <message>
      <source>linear</source>
      <translation>线性</translation>
    </message>
    <message>
      <source>lineart</source>
      <translation>线条</translation>
    </message>
    <message>
      <source>lines</source>
      <translation>线条</translation>
    </message>
    <message>
      <source>linspace</source>
      <translation>linspace</translation>
    </message>
    <message>
      <source>liquify</source>
      <translation>液化</translation>
    </message>
    <message>
      <source>list</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>list of {kind}</source>
      <translation>{kind}列表</translation>
    </message>
    <message>
      <source>list to batch</source>
      <translation>列表转批次</translation>
    </message>
    <message>
      <source>live</source>
      <translation>实时</translation>
    </message>
    <message>
      <source>live preview</source>
      <translation>实时预览</translation>
    </message>
    <message>
      <source>load checkpoint</source>
      <translation>加载大模型</translation>
    </message>
    <message>
      <source>load embedding</source>
      <translation>加载嵌入</translation>
    </message>
    <message>
      <source>load images</source>
      <translation>加载多张图像</translation>
    </message>
    <message>
      <source>load lora</source>
      <translation>加载 LoRA</translation>
    </message>
    <message>
      <source>load several</source>
      <translation>加载多个</translation>
    </message>
    <message>
      <source>locon</source>
      <translation>locon</translation>
    </message>
    <message>
      <source>logic</source>
      <translation>逻辑</translation>
    </message>
    <message>
      <source>logo</source>
      <translation>徽标</translation>
    </message>
    <message>
      <source>loha</source>
      <translation>loha</translation>
    </message>
    <message>
      <source>lokr</source>
      <translation>lokr</translation>
    </message>
    <message>
      <source>look</source>
      <translation>查看</translation>
    </message>
    <message>
      <source>loop</source>
      <translation>循环</translation>
    </message>
    <message>
      <source>lora loader</source>
      <translation>LoRA 加载器</translation>
    </message>
    <message>
      <source>low quality</source>
      <translation>低质量</translation>
    </message>
    <message>
      <source>lu</source>
      <translation>lu</translation>
    </message>
    <message>
      <source>luminance</source>
      <translation>明度</translation>
    </message>
    <message>
      <source>luminosity mask</source>
      <translation>明度蒙版</translation>
    </message>
    <message>
      <source>lycoris</source>
      <translation>lycoris</translation>
    </message>
    <message>
      <source>mask to image</source>
      <translation>蒙版转图像</translation>
    </message>
    <message>
      <source>mask {number}</source>
      <translation>蒙版 {number}</translation>
    </message>
    <message>
      <source>masked</source>
      <translation>带蒙版</translation>
    </message>
    <message>
      <source>masked content</source>
      <translation>蒙版内容</translation>
    </message>
    <message>
      <source>math</source>
      <translation>数学</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>均值</translation>
    </message>
    <message>
      <source>mean and spread</source>
      <translation>均值与离散</translation>
    </message>
    <message>
      <source>measure</source>
      <translation>测量</translation>
    </message>
    <message>
      <source>merge</source>
      <translation>合并</translation>
    </message>
    <message>
      <source>midas</source>
      <translation>midas</translation>
    </message>
    <message>
      <source>mirror</source>
      <translation>镜像</translation>
    </message>
    <message>
      <source>mix</source>
      <translation>混合</translation>
    </message>
    <message>
      <source>mix prompts</source>
      <translation>混合提示词</translation>
    </message>
    <message>
      <source>mixed noise</source>
      <translation>混合后的噪声</translation>
    </message>
    <message>
      <source>model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>model sampling</source>
      <translation>模型采样</translation>
    </message>
    <message>
      <source>montage</source>
      <translation>蒙太奇</translation>
    </message>
    <message>
      <source>morph</source>
      <translation>变形过渡</translation>
    </message>
    <message>
      <source>mosaic</source>
      <translation>马赛克</translation>
    </message>
    <message>
      <source>motion</source>
      <translation>运动</translation>
    </message>
    <message>
      <source>motion adapter</source>
      <translation>运动适配器</translation>
    </message>
    <message>
      <source>motion module</source>
      <translation>运动模块</translation>
    </message>
    <message>
      <source>mu</source>
      <translation>mu</translation>
    </message>
    <message>
      <source>multiply</source>
      <translation>相乘</translation>
    </message>
    <message>
      <source>muted</source>
      <translation>已禁用</translation>
    </message>
    <message>
      <source>name it in a LoRA node</source>
      <translation>请在 LoRA 节点中写出它的名称</translation>
    </message>
    <message>
      <source>name it in a prompt instead</source>
      <translation>请改在提示词中写出它的名称</translation>
    </message>
    <message>
      <source>nearest</source>
      <translation>nearest</translation>
    </message>
    <message>
      <source>negative</source>
      <translation>负面</translation>
    </message>
    <message>
      <source>negative embedding</source>
      <translation>负面嵌入</translation>
    </message>
    <message>
      <source>negative prompt for Flux</source>
      <translation>Flux 的负面提示词</translation>
    </message>
    <message>
      <source>network ({family})</source>
      <translation>网络（{family}）</translation>
    </message>
    <message>
      <source>network alone</source>
      <translation>仅网络</translation>
    </message>
    <message>
      <source>never</source>
      <translation>从不</translation>
    </message>
    <message>
      <source>no negative prompt</source>
      <translation>无负面提示词</translation>
    </message>
    <message>
      <source>no network can be built from it</source>
      <translation>无法由它构建网络</translation>
    </message>
    <message>
      <source>no nodes that can be told</source>
      <translation>无法得知有哪些节点</translation>
    </message>
    <message>
      <source>no tokenizer can be made from it</source>
      <translation>无法由它构建分词器</translation>
    </message>
    <message>
      <source>node</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>node {id}</source>
      <translation>节点 {id}</translation>
    </message>
    <message>
      <source>nodes</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>nodes of this kind work otherwise since version {version}</source>
      <translation>自版本 {version} 起，此类节点的工作方式不同</translation>
    </message>
    <message>
      <source>noise</source>
      <translation>噪声</translation>
    </message>
    <message>
      <source>noise from a picture</source>
      <translation>来自图片的噪声</translation>
    </message>
    <message>
      <source>noise from picture</source>
      <translation>来自图片的噪声</translation>
    </message>
    <message>
      <source>noise of seed {seed}</source>
      <translation>种子 {seed} 的噪声</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>none that can be told</source>
      <translation>无法得知</translation>
    </message>
    <message>
      <source>normal</source>
      <translation>正常</translation>
    </message>
    <message>
      <source>normals</source>
      <translation>法线</translation>
    </message>
    <message>
      <source>not connected</source>
      <translation>未连接</translation>
    </message>
    <message>
      <source>note</source>
      <translation>便签</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>无</translation>
    </message>
    <message>
      <source>nothing that is known here</source>
      <translation>未知的内容</translation>
    </message>
    <message>
      <source>nothing to do</source>
      <translation>无需计算</translation>
    </message>
    <message>
      <source>nothing yet</source>
      <translation>暂无内容</translation>
    </message>
    <message>
      <source>null</source>
      <translation>null</translation>
    </message>
    <message>
      <source>number</source>
      <translation>数字</translation>
    </message>
    <message>
      <source>numbers of at most {most:g}</source>
      <translation>不超过 {most:g} 的数</translation>
    </message>
    <message>
      <source>off</source>
      <translation>关</translation>
    </message>
    <message>
      <source>on</source>
      <translation>开</translation>
    </message>
    <message>
      <source>on the canvas</source>
      <translation>在画布上</translation>
    </message>
    <message>
      <source>one of {names}</source>
      <translation>{names} 之一</translation>
    </message>
    <message>
      <source>one that no other node has</source>
      <translation>其他节点没有用过的</translation>
    </message>
    <message>
      <source>only masked</source>
      <translation>仅蒙版区域</translation>
    </message>
    <message>
      <source>open</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>open it with Load ControlNet</source>
      <translation>请用“加载 ControlNet”打开</translation>
    </message>
    <message>
      <source>open it with Load IP-Adapter</source>
      <translation>请用“加载 IP-Adapter”打开</translation>
    </message>
    <message>
      <source>open it with Load Image Encoder</source>
      <translation>请用“加载图像编码器”打开</translation>
    </message>
    <message>
      <source>open it with Load Motion Adapter</source>
      <translation>请用“加载运动适配器”打开</translation>
    </message>
    <message>
      <source>open it with Load T2I-Adapter</source>
      <translation>请用“加载 T2I-Adapter”打开</translation>
    </message>
    <message>
      <source>open it with Load Text Encoders</source>
      <translation>请用“加载文本编码器”打开</translation>
    </message>
    <message>
      <source>open it with Load VAE</source>
      <translation>请用“加载 VAE”打开</translation>
    </message>
    <message>
      <source>open picture</source>
      <translation>打开图片</translation>
    </message>
    <message>
      <source>openpose</source>
      <translation>openpose</translation>
    </message>
    <message>
      <source>opposite</source>
      <translation>相反</translation>
    </message>
    <message>
      <source>optional</source>
      <translation>可选</translation>
    </message>
    <message>
      <source>other text encoders</source>
      <translation>其他文本编码器</translation>
    </message>
    <message>
      <source>otsu</source>
      <translation>otsu</translation>
    </message>
    <message>
      <source>outline</source>
      <translation>轮廓</translation>
    </message>
    <message>
      <source>outpaint</source>
      <translation>外扩绘制</translation>
    </message>
    <message>
      <source>output</source>
      <translation>输出</translation>
    </message>
    <message>
      <source>output called {name}</source>
      <translation>名为 {name} 的输出</translation>
    </message>
    <message>
      <source>outside</source>
      <translation>外侧</translation>
    </message>
    <message>
      <source>overexposed</source>
      <translation>过曝</translation>
    </message>
    <message>
      <source>overlay</source>
      <translation>叠加</translation>
    </message>
    <message>
      <source>overview</source>
      <translation>总览</translation>
    </message>
    <message>
      <source>owner/name on huggingface.co, or an https:// address</source>
      <translation>huggingface.co 上的 owner/name，或 https:// 地址</translation>
    </message>
    <message>
      <source>pad</source>
      <translation>扩边</translation>
    </message>
    <message>
      <source>paint</source>
      <translation>涂抹</translation>
    </message>
    <message>
      <source>painted</source>
      <translation>已绘制</translation>
    </message>
    <message>
      <source>palette</source>
      <translation>调色板</translation>
    </message>
    <message>
      <source>panorama</source>
      <translation>全景</translation>
    </message>
    <message>
      <source>parameter</source>
      <translation>参数</translation>
    </message>
    <message>
      <source>part</source>
      <translation>部分</translation>
    </message>
    <message>
      <source>paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <source>people</source>
      <translation>人物</translation>
    </message>
    <message>
      <source>person detector</source>
      <translation>人物检测器</translation>
    </message>
    <message>
      <source>perturbed attention guidance</source>
      <translation>扰动注意力引导</translation>
    </message>
    <message>
      <source>photo</source>
      <translation>照片</translation>
    </message>
    <message>
      <source>picture {number}</source>
      <translation>图片 {number}</translation>
    </message>
    <message>
      <source>pidinet</source>
      <translation>pidinet</translation>
    </message>
    <message>
      <source>pixelate</source>
      <translation>像素化</translation>
    </message>
    <message>
      <source>place</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>plain</source>
      <translation>普通</translation>
    </message>
    <message>
      <source>play</source>
      <translation>播放</translation>
    </message>
    <message>
      <source>pose</source>
      <translation>姿势</translation>
    </message>
    <message>
      <source>pose network</source>
      <translation>姿势网络</translation>
    </message>
    <message>
      <source>positive</source>
      <translation>正面</translation>
    </message>
    <message>
      <source>preprocessor</source>
      <translation>预处理器</translation>
    </message>
    <message>
      <source>previous</source>
      <translation>先前</translation>
    </message>
    <message>
      <source>previous run</source>
      <translation>先前的运行</translation>
    </message>
    <message>
      <source>prompt</source>
      <translation>提示词</translation>
    </message>
    <message>
      <source>prompt editing</source>
      <translation>提示词编辑</translation>
    </message>
    <message>
      <source>put it into {places}, or give its path</source>
      <translation>请把它放到 {places}，或给出其路径</translation>
    </message>
    <message>
      <source>px</source>
      <translation>px</translation>
    </message>
    <message>
      <source>queued</source>
      <translation>排队中</translation>
    </message>
    <message>
      <source>ramp</source>
      <translation>斜坡</translation>
    </message>
    <message>
      <source>ran because {causes}</source>
      <translation>已运行，因为{causes}</translation>
    </message>
    <message>
      <source>random</source>
      <translation>随机</translation>
    </message>
    <message>
      <source>read</source>
      <translation>读取</translation>
    </message>
    <message>
      <source>real cfg</source>
      <translation>真 CFG</translation>
    </message>
    <message>
      <source>rectangle</source>
      <translation>矩形</translation>
    </message>
    <message>
      <source>red</source>
      <translation>红色</translation>
    </message>
    <message>
      <source>reference</source>
      <translation>参考</translation>
    </message>
    <message>
      <source>refiner</source>
      <translation>精修模型</translation>
    </message>
    <message>
      <source>refuse</source>
      <translation>拒绝</translation>
    </message>
    <message>
      <source>region</source>
      <translation>区域</translation>
    </message>
    <message>
      <source>regional prompt</source>
      <translation>分区提示词</translation>
    </message>
    <message>
      <source>remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>repaint</source>
      <translation>重绘</translation>
    </message>
    <message>
      <source>reroute</source>
      <translation>重定向</translation>
    </message>
    <message>
      <source>resize by</source>
      <translation>按倍数缩放</translation>
    </message>
    <message>
      <source>resolution</source>
      <translation>分辨率</translation>
    </message>
    <message>
      <source>restore</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>reverse</source>
      <translation>反转</translation>
    </message>
    <message>
      <source>rotate</source>
      <translation>旋转</translation>
    </message>
    <message>
      <source>route</source>
      <translation>路由</translation>
    </message>
    <message>
      <source>running</source>
      <translation>运行中</translation>
    </message>
    <message>
      <source>running, step {step} of {total}</source>
      <translation>运行中，第 {step} 步，共 {total} 步</translation>
    </message>
    <message>
      <source>runs</source>
      <translation>已启用</translation>
    </message>
    <message>
      <source>runs from the next start on</source>
      <translation>下次启动后启用</translation>
    </message>
    <message>
      <source>s</source>
      <translation>秒</translation>
    </message>
    <message>
      <source>safetensors</source>
      <translation>safetensors</translation>
    </message>
    <message>
      <source>same</source>
      <translation>相同</translation>
    </message>
    <message>
      <source>scale</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>scale sigmas</source>
      <translation>缩放 Sigma</translation>
    </message>
    <message>
      <source>schedule</source>
      <translation>计划</translation>
    </message>
    <message>
      <source>scheduler</source>
      <translation>调度器</translation>
    </message>
    <message>
      <source>screen</source>
      <translation>滤色</translation>
    </message>
    <message>
      <source>scribble</source>
      <translation>涂鸦</translation>
    </message>
    <message>
      <source>second</source>
      <translation>第二</translation>
    </message>
    <message>
      <source>second pass</source>
      <translation>第二遍</translation>
    </message>
    <message>
      <source>seed</source>
      <translation>种子</translation>
    </message>
    <message>
      <source>seeds</source>
      <translation>多个种子</translation>
    </message>
    <message>
      <source>segformer</source>
      <translation>segformer</translation>
    </message>
    <message>
      <source>segment</source>
      <translation>分割</translation>
    </message>
    <message>
      <source>segmentation network</source>
      <translation>分割网络</translation>
    </message>
    <message>
      <source>segments</source>
      <translation>分割区块</translation>
    </message>
    <message>
      <source>select</source>
      <translation>选取</translation>
    </message>
    <message>
      <source>select by colour</source>
      <translation>按颜色选择</translation>
    </message>
    <message>
      <source>semantic</source>
      <translation>语义</translation>
    </message>
    <message>
      <source>separate</source>
      <translation>分离</translation>
    </message>
    <message>
      <source>sequence</source>
      <translation>序列</translation>
    </message>
    <message>
      <source>several</source>
      <translation>多个值</translation>
    </message>
    <message>
      <source>several prompts</source>
      <translation>多段提示词</translation>
    </message>
    <message>
      <source>shared</source>
      <translation>共享</translation>
    </message>
    <message>
      <source>shift</source>
      <translation>偏移</translation>
    </message>
    <message>
      <source>show</source>
      <translation>显示</translation>
    </message>
    <message>
      <source>shrink</source>
      <translation>收缩</translation>
    </message>
    <message>
      <source>sigmas</source>
      <translation>Sigma</translation>
    </message>
    <message>
      <source>signal {name}</source>
      <translation>信号 {name}</translation>
    </message>
    <message>
      <source>size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>size conditioning</source>
      <translation>尺寸条件</translation>
    </message>
    <message>
      <source>skeleton</source>
      <translation>骨架</translation>
    </message>
    <message>
      <source>sketch</source>
      <translation>草图</translation>
    </message>
    <message>
      <source>skip connections</source>
      <translation>跳跃连接</translation>
    </message>
    <message>
      <source>skip layer guidance</source>
      <translation>跳层引导</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>已跳过</translation>
    </message>
    <message>
      <source>slerp</source>
      <translation>slerp</translation>
    </message>
    <message>
      <source>smaller</source>
      <translation>更小</translation>
    </message>
    <message>
      <source>smooth</source>
      <translation>平滑</translation>
    </message>
    <message>
      <source>soft</source>
      <translation>软</translation>
    </message>
    <message>
      <source>soft edges</source>
      <translation>柔和边缘</translation>
    </message>
    <message>
      <source>softedge</source>
      <translation>软边缘</translation>
    </message>
    <message>
      <source>soften</source>
      <translation>柔化</translation>
    </message>
    <message>
      <source>solid</source>
      <translation>实色</translation>
    </message>
    <message>
      <source>solid mask</source>
      <translation>纯色蒙版</translation>
    </message>
    <message>
      <source>something else</source>
      <translation>别的内容</translation>
    </message>
    <message>
      <source>split</source>
      <translation>拆分</translation>
    </message>
    <message>
      <source>starts with</source>
      <translation>开头为</translation>
    </message>
    <message>
      <source>step {first} ran because {cause}</source>
      <translation>第 {first} 步已运行，因为{cause}</translation>
    </message>
    <message>
      <source>step {first} was kept</source>
      <translation>第 {first} 步沿用缓存</translation>
    </message>
    <message>
      <source>step {step} of {total}</source>
      <translation>第 {step} 步，共 {total} 步</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>步数</translation>
    </message>
    <message>
      <source>steps {first} to {last} ran because {cause}</source>
      <translation>第 {first} 至 {last} 步已运行，因为{cause}</translation>
    </message>
    <message>
      <source>steps {first} to {last} were kept</source>
      <translation>第 {first} 至 {last} 步沿用缓存</translation>
    </message>
    <message>
      <source>stitch</source>
      <translation>缝合</translation>
    </message>
    <message>
      <source>stopped after {time}</source>
      <translation>已停止，用时 {time}</translation>
    </message>
    <message>
      <source>store</source>
      <translation>存储</translation>
    </message>
    <message>
      <source>stretch</source>
      <translation>拉伸</translation>
    </message>
    <message>
      <source>string</source>
      <translation>字符串</translation>
    </message>
    <message>
      <source>style</source>
      <translation>风格</translation>
    </message>
    <message>
      <source>style adapter</source>
      <translation>风格适配器</translation>
    </message>
    <message>
      <source>subgraphs</source>
      <translation>子图</translation>
    </message>
    <message>
      <source>subseed</source>
      <translation>子种子</translation>
    </message>
    <message>
      <source>substitute</source>
      <translation>代入</translation>
    </message>
    <message>
      <source>subtract</source>
      <translation>相减</translation>
    </message>
    <message>
      <source>super resolution</source>
      <translation>超分辨率</translation>
    </message>
    <message>
      <source>surface</source>
      <translation>表面</translation>
    </message>
    <message>
      <source>switch</source>
      <translation>切换</translation>
    </message>
    <message>
      <source>switch model</source>
      <translation>切换模型</translation>
    </message>
    <message>
      <source>t2i adapter loader</source>
      <translation>T2I-Adapter 加载器</translation>
    </message>
    <message>
      <source>t5</source>
      <translation>t5</translation>
    </message>
    <message>
      <source>template</source>
      <translation>模板</translation>
    </message>
    <message>
      <source>text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>text encoder</source>
      <translation>文本编码器</translation>
    </message>
    <message>
      <source>the device failed: {words}</source>
      <translation>计算设备故障：{words}</translation>
    </message>
    <message>
      <source>the device, its settings or a library changed</source>
      <translation>计算设备、其设置或某个库有变化</translation>
    </message>
    <message>
      <source>the file that describes nodes of this kind was changed</source>
      <translation>描述此类节点的文件有变化</translation>
    </message>
    <message>
      <source>the file that it wrote is gone or was changed</source>
      <translation>它写出的文件不见了或有变化</translation>
    </message>
    <message>
      <source>the last run ended before</source>
      <translation>上次运行提前结束</translation>
    </message>
    <message>
      <source>the last run stopped before</source>
      <translation>上次运行提前停止</translation>
    </message>
    <message>
      <source>the lower picture</source>
      <translation>下层图片</translation>
    </message>
    <message>
      <source>the mask</source>
      <translation>蒙版</translation>
    </message>
    <message>
      <source>the name of a kind of node</source>
      <translation>节点类型的名称</translation>
    </message>
    <message>
      <source>the name of one of the graphs in the file</source>
      <translation>文件中某个图的名称</translation>
    </message>
    <message>
      <source>the picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>the picture is empty</source>
      <translation>图片是空的</translation>
    </message>
    <message>
      <source>the upper picture</source>
      <translation>上层图片</translation>
    </message>
    <message>
      <source>the vocabulary is missing</source>
      <translation>缺少词表</translation>
    </message>
    <message>
      <source>the whole text</source>
      <translation>全文</translation>
    </message>
    <message>
      <source>then</source>
      <translation>则</translation>
    </message>
    <message>
      <source>there is no {file}</source>
      <translation>没有 {file}</translation>
    </message>
    <message>
      <source>third</source>
      <translation>第三</translation>
    </message>
    <message>
      <source>threshold</source>
      <translation>阈值</translation>
    </message>
    <message>
      <source>thrifty</source>
      <translation>节省</translation>
    </message>
    <message>
      <source>tile</source>
      <translation>分块</translation>
    </message>
    <message>
      <source>tile resample</source>
      <translation>分块重采样</translation>
    </message>
    <message>
      <source>timestep range</source>
      <translation>时间步范围</translation>
    </message>
    <message>
      <source>to the size</source>
      <translation>到指定尺寸</translation>
    </message>
    <message>
      <source>to {targets}</source>
      <translation>到 {targets}</translation>
    </message>
    <message>
      <source>today, {time}</source>
      <translation>今天 {time}</translation>
    </message>
    <message>
      <source>toggle</source>
      <translation>开关</translation>
    </message>
    <message>
      <source>top to bottom</source>
      <translation>上下</translation>
    </message>
    <message>
      <source>trailing</source>
      <translation>trailing</translation>
    </message>
    <message>
      <source>transpose</source>
      <translation>转置</translation>
    </message>
    <message>
      <source>trim</source>
      <translation>修剪</translation>
    </message>
    <message>
      <source>triple clip loader</source>
      <translation>三 CLIP 加载器</translation>
    </message>
    <message>
      <source>true</source>
      <translation>真</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true 或 false</translation>
    </message>
    <message>
      <source>true_cfg_scale</source>
      <translation>真实 CFG 强度</translation>
    </message>
    <message>
      <source>two parts</source>
      <translation>两部分</translation>
    </message>
    <message>
      <source>unconditional</source>
      <translation>无条件</translation>
    </message>
    <message>
      <source>uncrop</source>
      <translation>还原裁剪</translation>
    </message>
    <message>
      <source>union</source>
      <translation>并集</translation>
    </message>
    <message>
      <source>unknown backbone {name}</source>
      <translation>未知的主干 {name}</translation>
    </message>
    <message>
      <source>unsharp mask</source>
      <translation>USM 锐化</translation>
    </message>
    <message>
      <source>up to {total} steps</source>
      <translation>最多 {total} 步</translation>
    </message>
    <message>
      <source>upernet</source>
      <translation>upernet</translation>
    </message>
    <message>
      <source>upscale</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>upscaler</source>
      <translation>放大模型</translation>
    </message>
    <message>
      <source>use it in Upscale with Model</source>
      <translation>请在“用模型放大”中使用它</translation>
    </message>
    <message>
      <source>v_prediction</source>
      <translation>v_prediction</translation>
    </message>
    <message>
      <source>vae loader</source>
      <translation>VAE 加载器</translation>
    </message>
    <message>
      <source>variation</source>
      <translation>变体</translation>
    </message>
    <message>
      <source>variation seed</source>
      <translation>变体种子</translation>
    </message>
    <message>
      <source>variation strength</source>
      <translation>变体强度</translation>
    </message>
    <message>
      <source>variations</source>
      <translation>变体</translation>
    </message>
    <message>
      <source>vid2vid</source>
      <translation>视频转视频</translation>
    </message>
    <message>
      <source>video</source>
      <translation>视频</translation>
    </message>
    <message>
      <source>video of {count} frames, {seconds:.3g} s, {width} x {height}</source>
      <translation>{count} 帧的视频，{seconds:.3g} 秒，{width} x {height}</translation>
    </message>
    <message>
      <source>video to latent</source>
      <translation>视频转潜变量</translation>
    </message>
    <message>
      <source>video to video</source>
      <translation>视频生视频</translation>
    </message>
    <message>
      <source>view</source>
      <translation>查看图片</translation>
    </message>
    <message>
      <source>viewer</source>
      <translation>查看器</translation>
    </message>
    <message>
      <source>vitpose</source>
      <translation>vitpose</translation>
    </message>
    <message>
      <source>waits</source>
      <translation>等待中</translation>
    </message>
    <message>
      <source>waits for you to allow it</source>
      <translation>等待您的允许</translation>
    </message>
    <message>
      <source>waits for {cause}</source>
      <translation>等待 {cause}</translation>
    </message>
    <message>
      <source>waits in memory</source>
      <translation>在内存中等候</translation>
    </message>
    <message>
      <source>warp</source>
      <translation>扭曲</translation>
    </message>
    <message>
      <source>weighted sum</source>
      <translation>加权和</translation>
    </message>
    <message>
      <source>what comes in on {name} changed</source>
      <translation>{name} 的输入有变化</translation>
    </message>
    <message>
      <source>what they gave was no longer kept</source>
      <translation>它们的结果已不在缓存中</translation>
    </message>
    <message>
      <source>whole</source>
      <translation>整个</translation>
    </message>
    <message>
      <source>whole graph</source>
      <translation>整个工作流</translation>
    </message>
    <message>
      <source>whole model</source>
      <translation>完整模型</translation>
    </message>
    <message>
      <source>whole number</source>
      <translation>整数</translation>
    </message>
    <message>
      <source>whole on the device</source>
      <translation>整个放在设备上</translation>
    </message>
    <message>
      <source>width</source>
      <translation>宽度</translation>
    </message>
    <message>
      <source>windows</source>
      <translation>窗口</translation>
    </message>
    <message>
      <source>windows of {width} x {height}</source>
      <translation>{width} x {height} 的窗口</translation>
    </message>
    <message>
      <source>wires</source>
      <translation>连线</translation>
    </message>
    <message>
      <source>with nothing else in memory</source>
      <translation>内存中不留其他内容</translation>
    </message>
    <message>
      <source>without a name</source>
      <translation>（没有名称）</translation>
    </message>
    <message>
      <source>without paths and prompts</source>
      <translation>不含路径和提示词</translation>
    </message>
    <message>
      <source>words</source>
      <translation>文字</translation>
    </message>
    <message>
      <source>write</source>
      <translation>写入</translation>
    </message>
    <message>
      <source>write checkpoint</source>
      <translation>写入大模型</translation>
    </message>
    <message>
      <source>yes or no</source>
      <translation>是或否</translation>
    </message>
    <message>
      <source>zero out</source>
      <translation>清零</translation>
    </message>
    <message>
      <source>{a} is what arrives at a. {b:3} writes a number with at least 3 places, {c:.2} with 2 behind
the point. Only inputs that have a place are needed. {{ and }} are braces.</source>
      <translation>{a} 是从 a 传入的内容。{b:3} 写出至少三位的数，{c:.2} 写出小数点后两位。只需要有位置的输入。{{ 和 }} 表示花括号。</translation>
    </message>
    <message>
      <source>{before}, another from {start:.0%}</source>
      <translation>{before}，从 {start:.0%} 起换另一个</translation>
    </message>
    <message>
      <source>{before}, patched {count} times</source>
      <translation>{before}，修改了 {count} 次</translation>
    </message>
    <message>
      <source>{by} leads to {host} inside your own network, where no model of a stranger lies, so nothing was asked there: if you trust it, give its own address.</source>
      <translation>{by} 指向您自己网络内的 {host}，那里不会有外人的模型，因此没有访问：如果您信任它，请直接给出它的地址。</translation>
    </message>
    <message>
      <source>{choice} needs the package {package}: install the extra ``solvers`` (pip install latent-loom[solvers]), or choose another.</source>
      <translation>{choice} 需要软件包 {package}：请安装附加组件 ``solvers``（pip install latent-loom[solvers]），或选择另一种。</translation>
    </message>
    <message>
      <source>{clauses}.</source>
      <translation>{clauses}。</translation>
    </message>
    <message>
      <source>{count} / {room}</source>
      <translation>{count} / {room}</translation>
    </message>
    <message>
      <source>{count} changed</source>
      <translation>{count} 项已更改</translation>
    </message>
    <message>
      <source>{count} entries</source>
      <translation>{count} 项</translation>
    </message>
    <message>
      <source>{count} graphs were open, too many to open them all again: {most} are opened, and {file} keeps all of them.</source>
      <translation>先前打开了 {count} 个工作流，无法全部重新打开：已打开 {most} 个，全部内容保存在 {file} 中。</translation>
    </message>
    <message>
      <source>{count} image, {width} x {height}</source>
      <translation>{count} 张图像，{width} x {height}</translation>
    </message>
    <message>
      <source>{count} items</source>
      <translation>{count} 项</translation>
    </message>
    <message>
      <source>{count} latent, {channels} channels, {width} x {height} ({family})</source>
      <translation>{count} 个潜变量，{channels} 个通道，{width} x {height}（{family}）</translation>
    </message>
    <message>
      <source>{count} layers are for parts that are not here</source>
      <translation>{count} 层属于此处没有的部分</translation>
    </message>
    <message>
      <source>{count} mask, {width} x {height}</source>
      <translation>{count} 个蒙版，{width} x {height}</translation>
    </message>
    <message>
      <source>{count} more changes</source>
      <translation>另外 {count} 处变化</translation>
    </message>
    <message>
      <source>{count} more nodes</source>
      <translation>另外 {count} 个节点</translation>
    </message>
    <message>
      <source>{count} node files wait for you to allow them: File, Node packs …</source>
      <translation>{count} 个节点文件等待您的允许：文件 › 节点包…</translation>
    </message>
    <message>
      <source>{count} nodes</source>
      <translation>{count} 个节点</translation>
    </message>
    <message>
      <source>{count} nodes are called {title}: name the node by its id, one of {ids}.</source>
      <translation>有 {count} 个节点名为 {title}：请用 id 指定节点，可选 {ids}。</translation>
    </message>
    <message>
      <source>{count} nodes of the graph cannot run.</source>
      <translation>图中有 {count} 个节点无法运行。</translation>
    </message>
    <message>
      <source>{count} nodes selected</source>
      <translation>选中了 {count} 个节点</translation>
    </message>
    <message>
      <source>{count} of {all} files, {size}</source>
      <translation>{all} 个文件中的 {count} 个，{size}</translation>
    </message>
    <message>
      <source>{count} part, {width} x {height} at {left}, {top}</source>
      <translation>{count} 个局部，{width} x {height}，位于 {left}、{top}</translation>
    </message>
    <message>
      <source>{count} pictures as a prompt</source>
      <translation>{count} 张图片作为提示</translation>
    </message>
    <message>
      <source>{count} problems</source>
      <translation>{count} 个问题</translation>
    </message>
    <message>
      <source>{count} runs</source>
      <translation>{count} 次运行</translation>
    </message>
    <message>
      <source>{count} seeds</source>
      <translation>{count} 个种子</translation>
    </message>
    <message>
      <source>{count} steps</source>
      <translation>{count} 步</translation>
    </message>
    <message>
      <source>{count} steps, {first} to {last}</source>
      <translation>{count} 步，{first} 到 {last}</translation>
    </message>
    <message>
      <source>{count} times with other seeds</source>
      <translation>换种子运行 {count} 次</translation>
    </message>
    <message>
      <source>{count} tokens, {windows} × {room}</source>
      <translation>{count} 个词元，{windows} × {room}</translation>
    </message>
    <message>
      <source>{count} video latent, {frames} frames, {channels} channels, {width} x {height} ({family})</source>
      <translation>{count} 个视频潜变量，{frames} 帧，{channels} 个通道，{width} x {height}（{family}）</translation>
    </message>
    <message>
      <source>{count} waiting</source>
      <translation>{count} 项等待中</translation>
    </message>
    <message>
      <source>{device} failed ({text}) and does nothing more until this program is started again: do that, and turn on "Work in a process of its own" in the settings of runs, so that the window stays next time.</source>
      <translation>{device} 发生故障（{text}），在重新启动本程序之前无法再工作：请重新启动，并在“运行”设置中打开“在独立进程中运算”，使窗口下次不受影响。</translation>
    </message>
    <message>
      <source>{done} of {count} pictures</source>
      <translation>已完成 {done} 张图片，共 {count} 张</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done}，共 {total}</translation>
    </message>
    <message>
      <source>{done} of {total} · {speed} a second · {left} left</source>
      <translation>{done}，共 {total} · 每秒 {speed} · 剩余 {left}</translation>
    </message>
    <message>
      <source>{end}: {state}</source>
      <translation>{end}：{state}</translation>
    </message>
    <message>
      <source>{entry} is no strength of a block: write a name ({names}, or one block such as up.1), an equals sign and a number from -10 to 10, as in up.1 = 0.5.</source>
      <translation>{entry} 不是块的强度：请写名称（{names}，或单个块如 up.1）、等号和 -10 到 10 的数，例如 up.1 = 0.5。</translation>
    </message>
    <message>
      <source>{example}, or a range with a count: 2:8:4</source>
      <translation>{example}，或带数量的范围：2:8:4</translation>
    </message>
    <message>
      <source>{family} ({channels} channels)</source>
      <translation>{family}（{channels} 个通道）</translation>
    </message>
    <message>
      <source>{family} looks at pictures in patches of {patch} pixels, and {width} x {height} leaves some over: make both sides multiples of {patch}, such as {fitting}.</source>
      <translation>{family} 以 {patch} 像素的小块处理图片，而 {width} x {height} 会有剩余：请使两边都是 {patch} 的倍数，如 {fitting}。</translation>
    </message>
    <message>
      <source>{family} models have no timestep shift: use it with models of rectified flow, such as SD 3 and Flux.</source>
      <translation>{family} 模型没有时间步偏移：请用于整流流模型，如 SD 3 和 Flux。</translation>
    </message>
    <message>
      <source>{family} needs the text encoder {part}, which is missing here: use a model that comes with all of them, or load them from files.</source>
      <translation>{family} 需要文本编码器 {part}，此处缺少它：请使用全部自带的模型，或从文件加载。</translation>
    </message>
    <message>
      <source>{family} needs {encoder}, too: choose a file that holds it.</source>
      <translation>{family} 还需要 {encoder}：请选择含有它的文件。</translation>
    </message>
    <message>
      <source>{file} asks for {name}, which would run code from outside this program, so the model was not loaded: use a model without custom code.</source>
      <translation>{file} 需要 {name}，这会运行本程序之外的代码，因此没有加载该模型：请使用不含自定义代码的模型。</translation>
    </message>
    <message>
      <source>{file} cannot be read ({reason}): check that you may read it, or choose another file.</source>
      <translation>{file} 无法读取（{reason}）：请检查您是否有读取权限，或选择另一个文件。</translation>
    </message>
    <message>
      <source>{file} cannot be read as a video ({problem}): choose another file.</source>
      <translation>{file} 无法作为视频读取（{problem}）：请选择另一个文件。</translation>
    </message>
    <message>
      <source>{file} cannot be saved ({reason}): what was there before is unchanged, so save it somewhere else.</source>
      <translation>{file} 无法保存（{reason}）：原有内容没有改变，请保存到别处。</translation>
    </message>
    <message>
      <source>{file} cannot be used ({problem}): download or copy the model again.</source>
      <translation>{file} 无法使用（{problem}）：请重新下载或复制该模型。</translation>
    </message>
    <message>
      <source>{file} cannot be written: {reason}.</source>
      <translation>{file} 无法写入：{reason}。</translation>
    </message>
    <message>
      <source>{file} could be the VAE of {families}, which look the same but count in other units: choose its family.</source>
      <translation>{file} 可能是 {families} 的 VAE，它们看起来相同，但数值单位不同：请选择它的系列。</translation>
    </message>
    <message>
      <source>{file} does not fit its config.json: {problem}; the two come from different models, so get the folder again.</source>
      <translation>{file} 与它的 config.json 不符：{problem}；两者来自不同的模型，请重新获取该文件夹。</translation>
    </message>
    <message>
      <source>{file} has format {found}, and this version of Latent Loom reads formats up to {known}: update the program to open it.</source>
      <translation>{file} 的格式是 {found}，此版本的 Latent Loom 最高能读取格式 {known}：请更新程序再打开。</translation>
    </message>
    <message>
      <source>{file} has more than {most} frames from there on: take fewer of them.</source>
      <translation>{file} 从该处起超过 {most} 帧：请少取一些。</translation>
    </message>
    <message>
      <source>{file} holds no LoRA ({found}): choose a LoRA in the layout of diffusers, peft or kohya.</source>
      <translation>{file} 不含 LoRA（{found}）：请选择 diffusers、peft 或 kohya 布局的 LoRA。</translation>
    </message>
    <message>
      <source>{file} holds no graph: take a picture that Latent Loom saved and no other program changed.</source>
      <translation>{file} 不含工作流：请选用由 Latent Loom 保存、未被其他程序改动的图片。</translation>
    </message>
    <message>
      <source>{file} holds no learnt word ({found}): choose a textual inversion as .safetensors.</source>
      <translation>{file} 不含学得的词（{found}）：请选择 .safetensors 格式的文本反转。</translation>
    </message>
    <message>
      <source>{file} holds no tensors that could be converted: look for the file with the weights.</source>
      <translation>{file} 不含可以转换的张量：请查找含有权重的文件。</translation>
    </message>
    <message>
      <source>{file} holds no {part}: load one from a file of its own with {node}.</source>
      <translation>{file} 不含 {part}：请用 {node} 从单独的文件加载。</translation>
    </message>
    <message>
      <source>{file} holds {count} {things}, and Latent Loom opens at most {most}: keep parts of it in files of their own.</source>
      <translation>{file} 的{things}数为 {count}，而 Latent Loom 最多打开 {most}：请把其中一些部分存为单独的文件。</translation>
    </message>
    <message>
      <source>{file} is a GGUF file, from which only the network of a model is read: use the {part} as .safetensors.</source>
      <translation>{file} 是 GGUF 文件，只能从中读取模型的网络：请使用 .safetensors 格式的 {part}。</translation>
    </message>
    <message>
      <source>{file} is a GGUF file, which needs the package gguf: install the extra ``gguf`` (pip install latent-loom[gguf]), or get the model as .safetensors.</source>
      <translation>{file} 是 GGUF 文件，需要软件包 gguf：请安装附加组件 ``gguf``（pip install latent-loom[gguf]），或获取该模型的 .safetensors。</translation>
    </message>
    <message>
      <source>{file} is a pickle in disguise, which can run code when it is opened, so it was not read: get the model from a place that you trust, or convert it (File, Convert a pickle …, or main.py convert), which runs nothing in it.</source>
      <translation>{file} 是伪装的 pickle 文件，打开时可能运行代码，因此没有读取：请从您信任的地方获取该模型，或进行转换（文件 › 转换 pickle 文件…，或 main.py convert），转换不会运行其中的任何内容。</translation>
    </message>
    <message>
      <source>{file} is a pickle, which can run code when it is opened, so it was not read: get the embedding as .safetensors, or convert it (File, Convert a pickle …, or main.py convert), which runs nothing in it.</source>
      <translation>{file} 是 pickle 文件，打开时可能运行代码，因此没有读取：请获取该嵌入的 .safetensors，或进行转换（文件 › 转换 pickle 文件…，或 main.py convert），转换不会运行其中的任何内容。</translation>
    </message>
    <message>
      <source>{file} is a pickle, which can run code when it is opened, so it was not read: get the model as .safetensors, or convert it (File, Convert a pickle …, or main.py convert), which runs nothing in it.</source>
      <translation>{file} 是 pickle 文件，打开时可能运行代码，因此没有读取：请获取该模型的 .safetensors，或进行转换（文件 › 转换 pickle 文件…，或 main.py convert），转换不会运行其中的任何内容。</translation>
    </message>
    <message>
      <source>{file} is an IP-Adapter for faces (FaceID), which needs face recognition that is not part of this program: choose a plus-face or full-face one.</source>
      <translation>{file} 是用于人脸的 IP-Adapter（FaceID），它需要的人脸识别不属于本程序：请选择 plus-face 或 full-face。</translation>
    </message>
    <message>
      <source>{file} is broken: {tensor} holds numbers that are not finite; download or make it again.</source>
      <translation>{file} 已损坏：{tensor} 含有非有限的数；请重新下载或制作。</translation>
    </message>
    <message>
      <source>{file} is damaged at line {line} ({problem}): it was cut short or changed by hand, so restore an earlier copy of it.</source>
      <translation>{file} 在第 {line} 行损坏（{problem}）：它被截断或被手动改动过，请恢复较早的副本。</translation>
    </message>
    <message>
      <source>{file} is damaged or cut off ({problem}): download or copy it again.</source>
      <translation>{file} 损坏或不完整（{problem}）：请重新下载或复制。</translation>
    </message>
    <message>
      <source>{file} is damaged or no weight file ({problem}): download or copy it again.</source>
      <translation>{file} 损坏或不是权重文件（{problem}）：请重新下载或复制。</translation>
    </message>
    <message>
      <source>{file} is no IP-Adapter that is known here: choose one of the kinds plain, plus or full.</source>
      <translation>{file} 不是已知的 IP-Adapter：请选择 plain、plus 或 full 类型的。</translation>
    </message>
    <message>
      <source>{file} is no text encoder of {family}: those are {wanted}.</source>
      <translation>{file} 不是 {family} 的文本编码器：应为 {wanted}。</translation>
    </message>
    <message>
      <source>{file} is no upscaling network that can be used ({problem}): choose another model, for colour pictures.</source>
      <translation>{file} 不是可用的放大网络（{problem}）：请选择另一个用于彩色图片的模型。</translation>
    </message>
    <message>
      <source>{file} is not a Latent Loom graph ({problem}): choose a .loom file.</source>
      <translation>{file} 不是 Latent Loom 工作流（{problem}）：请选择 .loom 文件。</translation>
    </message>
    <message>
      <source>{file} is not a file: choose a .loom file.</source>
      <translation>{file} 不是文件：请选择 .loom 文件。</translation>
    </message>
    <message>
      <source>{file} is not a pickle of weights: nothing has to be converted, or it is damaged.</source>
      <translation>{file} 不是权重的 pickle 文件：无需转换，或者它已损坏。</translation>
    </message>
    <message>
      <source>{file} is not converted here, since this system cannot keep what reads it away from your files and the network: get the model as .safetensors, or convert it on a computer with Linux.</source>
      <translation>此处不能转换 {file}，因为本系统无法使读取它的进程与您的文件和网络隔离：请获取该模型的 .safetensors，或在装有 Linux 的计算机上转换。</translation>
    </message>
    <message>
      <source>{file} is not {wanted}: it looks like {found}, so {remedy}.</source>
      <translation>{file} 不是 {wanted}：它看起来是 {found}，{remedy}。</translation>
    </message>
    <message>
      <source>{file} is packed by {method}, which cannot be read here: get the model as plain .safetensors (fp16, bf16 or fp8) or as .gguf.</source>
      <translation>{file} 用 {method} 压缩，无法在此读取：请获取普通 .safetensors（fp16、bf16 或 fp8）或 .gguf 格式的模型。</translation>
    </message>
    <message>
      <source>{file} looks like {title}, but {problem}: it was cut down or changed, so use another version of this model.</source>
      <translation>{file} 看起来是 {title}，但{problem}：它被裁减或更改过，请使用该模型的另一个版本。</translation>
    </message>
    <message>
      <source>{file} may run from the next start on, as long as it stays unchanged.</source>
      <translation>{file} 从下次启动起可以运行，只要它保持不变。</translation>
    </message>
    <message>
      <source>{file} names a tensor {name}, which no model does, so it was not read: get the model from a place that you trust.</source>
      <translation>{file} 含有名为 {name} 的张量，没有模型会这样命名，因此没有读取：请从您信任的地方获取该模型。</translation>
    </message>
    <message>
      <source>{file} was made for another model: its {layer} ({found}) does not fit weights of shape {expected}; choose a LoRA for this model.</source>
      <translation>{file} 是为另一个模型制作的：它的 {layer}（{found}）与形状为 {expected} 的权重不符；请选择适用于此模型的 LoRA。</translation>
    </message>
    <message>
      <source>{file} was made for another text encoder: its vectors have {found} numbers, but those of this model have {expected}; choose one for {family}.</source>
      <translation>{file} 是为另一个文本编码器制作的：它的向量有 {found} 个数，而此模型的有 {expected} 个；请选择适用于 {family} 的。</translation>
    </message>
    <message>
      <source>{file} was made for {family}, but the model is {model}: choose one for {model}, or another model.</source>
      <translation>{file} 是为 {family} 制作的，但模型是 {model}：请选择适用于 {model} 的，或另一个模型。</translation>
    </message>
    <message>
      <source>{file} was not allowed: {reason}; check the path and who may write to {folder}.</source>
      <translation>{file} 未获允许：{reason}；请检查路径，以及谁可以写入 {folder}。</translation>
    </message>
    <message>
      <source>{file} was not converted ({problem}): download or copy it again.</source>
      <translation>{file} 没有转换（{problem}）：请重新下载或复制。</translation>
    </message>
    <message>
      <source>{file} was not converted: it names {name}, which is no part of weights and could run code elsewhere; get the model from a place that you trust, as .safetensors.</source>
      <translation>{file} 没有转换：它引用了 {name}，后者不属于权重，在别处可能运行代码；请从您信任的地方获取该模型的 .safetensors。</translation>
    </message>
    <message>
      <source>{file} was not converted: the process that read it ended by itself ({problem}); get the model as .safetensors.</source>
      <translation>{file} 没有转换：读取它的进程自行终止（{problem}）；请获取该模型的 .safetensors。</translation>
    </message>
    <message>
      <source>{file} was not loaded: nobody has allowed it to run yet; read it, then allow it.</source>
      <translation>{file} 没有加载：还没有人允许它运行；请先阅读，再允许它。</translation>
    </message>
    <message>
      <source>{file} was not loaded: there is already a node called {type}; rename one of the two.</source>
      <translation>{file} 没有加载：已有名为 {type} 的节点；请重命名其中一个。</translation>
    </message>
    <message>
      <source>{file} was not loaded: {reason}; correct the file or take it out of the folder.</source>
      <translation>{file} 没有加载：{reason}；请改正该文件，或把它移出文件夹。</translation>
    </message>
    <message>
      <source>{file}: {nodes}; uses {modules}</source>
      <translation>{file}：{nodes}；使用 {modules}</translation>
    </message>
    <message>
      <source>{folder} has no room for {name}: {needed} more are needed. Free some, or choose another folder, and go on; what has come so far is kept.</source>
      <translation>{folder} 放不下 {name}：还需要 {needed}。请腾出空间或选择另一个文件夹，然后继续；已接收的内容会保留。</translation>
    </message>
    <message>
      <source>{folder} has no weights: {file} is missing; download or copy the model again.</source>
      <translation>{folder} 没有权重：缺少 {file}；请重新下载或复制该模型。</translation>
    </message>
    <message>
      <source>{folder} has {count} such pictures, and at most {most} are opened at once: set a count, or narrow the pattern.</source>
      <translation>{folder} 有 {count} 张这样的图片，而一次最多打开 {most} 张：请设置数量，或缩小名称模式的范围。</translation>
    </message>
    <message>
      <source>{folder} holds no tokenizer.json: choose the folder with the tokenizer of T5, such as tokenizer_2 of a Flux model in the diffusers layout.</source>
      <translation>{folder} 不含 tokenizer.json：请选择含有 T5 分词器的文件夹，例如 diffusers 布局的 Flux 模型中的 tokenizer_2。</translation>
    </message>
    <message>
      <source>{folder} is no place on this computer: choose another one.</source>
      <translation>{folder} 不是本机上的位置：请选择另一个。</translation>
    </message>
    <message>
      <source>{folder} is on the list already.</source>
      <translation>{folder} 已在列表中。</translation>
    </message>
    <message>
      <source>{folder} lies in a file: choose a folder.</source>
      <translation>{folder} 位于文件之内：请选择文件夹。</translation>
    </message>
    <message>
      <source>{folder} must not be written: choose another one.</source>
      <translation>{folder} 不可写入：请选择另一个。</translation>
    </message>
    <message>
      <source>{folder} says not from where: write the whole path.</source>
      <translation>{folder} 没有说明从何处开始：请写出完整路径。</translation>
    </message>
    <message>
      <source>{graph} · {node}</source>
      <translation>{graph} · {node}</translation>
    </message>
    <message>
      <source>{graph}: {node}</source>
      <translation>{graph}：{node}</translation>
    </message>
    <message>
      <source>{host} answered with the error {status}: try again later.</source>
      <translation>{host} 返回错误 {status}：请稍后再试。</translation>
    </message>
    <message>
      <source>{host} cannot be reached, or the connection broke off ({problem}): check the connection and go on; what has come so far is kept.</source>
      <translation>无法连接 {host}，或连接中断（{problem}）：请检查连接后继续；已接收的内容会保留。</translation>
    </message>
    <message>
      <source>{host} does not give you {name}: open its page in a browser, accept its terms there, and check that your token may read it.</source>
      <translation>{host} 不向您提供 {name}：请在浏览器中打开它的页面，接受其条款，并检查您的令牌可以读取它。</translation>
    </message>
    <message>
      <source>{host} gives {name} only to those who are signed in: enter an access token of yours for {host}, and try again.</source>
      <translation>{host} 只向已登录的用户提供 {name}：请输入您在 {host} 的访问令牌再试。</translation>
    </message>
    <message>
      <source>{host} has nothing called {name}: check the spelling, or whether it was renamed.</source>
      <translation>{host} 没有名为 {name} 的内容：请检查拼写，或它是否已改名。</translation>
    </message>
    <message>
      <source>{host} lies inside your own network, and this graph named it rather than you: type the address yourself if you want to fetch the model there.</source>
      <translation>{host} 位于您自己的网络内，而且是此工作流指定的，不是您：如果要从那里获取模型，请亲自输入该地址。</translation>
    </message>
    <message>
      <source>{host} only points to other addresses, again and again: use another address.</source>
      <translation>{host} 一再指向其他地址：请使用另一个地址。</translation>
    </message>
    <message>
      <source>{host} would be asked without encryption, so anybody on the way could exchange the file: use an https:// address, or allow it for this download.</source>
      <translation>将以未加密方式访问 {host}，途中任何人都可能调换文件：请使用 https:// 地址，或为此次下载允许这样做。</translation>
    </message>
    <message>
      <source>{input} got {kind}: connect a number, a text, or yes or no.</source>
      <translation>{input} 得到了{kind}：请连接数、文本，或是与否。</translation>
    </message>
    <message>
      <source>{input} takes one wire but has {count}: remove all but one.</source>
      <translation>{input} 只能接一条连线，现有 {count} 条：请移除其余的。</translation>
    </message>
    <message>
      <source>{kept} of {count} pictures were kept whole</source>
      <translation>{count} 张图片中有 {kept} 张保留了原图</translation>
    </message>
    <message>
      <source>{kept} of {total} steps were kept</source>
      <translation>{total} 步中有 {kept} 步沿用缓存</translation>
    </message>
    <message>
      <source>{key} belongs to “{action}”.</source>
      <translation>{key} 属于“{action}”。</translation>
    </message>
    <message>
      <source>{kind} ({traits})</source>
      <translation>{kind}（{traits}）</translation>
    </message>
    <message>
      <source>{language} cannot be shown, since no font here has its letters: install one, such as Noto Sans CJK, and start again.</source>
      <translation>无法显示 {language}，因为没有包含其文字的字体：请安装一个（如 Noto Sans CJK）再重新启动。</translation>
    </message>
    <message>
      <source>{line}
{lines}</source>
      <translation>{line}
{lines}</translation>
    </message>
    <message>
      <source>{link} is not a page of the web: notes open only links with http or https.</source>
      <translation>{link} 不是网页：便签只打开 http 或 https 链接。</translation>
    </message>
    <message>
      <source>{low} or more.</source>
      <translation>{low} 或更大。</translation>
    </message>
    <message>
      <source>{memory} in memory and {disk} on disk go. Saved pictures stay; what is needed again is computed again.</source>
      <translation>将清除内存中的 {memory} 和磁盘上的 {disk}。已保存的图片不受影响；再次需要的内容会重新计算。</translation>
    </message>
    <message>
      <source>{method} of {node} in {file} does not work: {reason}; correct the file.</source>
      <translation>{file} 中 {node} 的 {method} 无法工作：{reason}；请改正该文件。</translation>
    </message>
    <message>
      <source>{names} and {last}</source>
      <translation>{names} 和 {last}</translation>
    </message>
    <message>
      <source>{names} together</source>
      <translation>{names} 一起</translation>
    </message>
    <message>
      <source>{name} ({kind}) is not on the shelf: choose another one, or put it into a model folder.</source>
      <translation>{name}（{kind}）不在“模型”面板中：请选择另一个，或把它放入模型文件夹。</translation>
    </message>
    <message>
      <source>{name} came with another content than promised (SHA-256 {found} instead of {wanted}) and was thrown away: try again, and if it stays so, do not trust this address.</source>
      <translation>{name} 的内容与承诺的不符（SHA-256 为 {found}，应为 {wanted}），已丢弃：请重试；若仍如此，请勿信任该地址。</translation>
    </message>
    <message>
      <source>{name} cannot be moved to the trash: it is not there.</source>
      <translation>{name} 无法移到回收站：它不存在。</translation>
    </message>
    <message>
      <source>{name} cannot be reached: its drive or network folder is away.</source>
      <translation>无法访问 {name}：它所在的磁盘或网络文件夹已断开。</translation>
    </message>
    <message>
      <source>{name} cannot be written to {folder} ({problem}): choose another folder.</source>
      <translation>{name} 无法写入 {folder}（{problem}）：请选择另一个文件夹。</translation>
    </message>
    <message>
      <source>{name} cannot stand in a prompt as one word: leave out spaces, commas and brackets.</source>
      <translation>{name} 不能作为一个词写在提示词中：请去掉空格、逗号和括号。</translation>
    </message>
    <message>
      <source>{name} changed</source>
      <translation>{name}有变化</translation>
    </message>
    <message>
      <source>{name} changed from {before} to {after}</source>
      <translation>{name}从 {before} 改为 {after}</translation>
    </message>
    <message>
      <source>{name} has no weights as .safetensors or .gguf, only files that can run code when they are opened: look for another copy of the model.</source>
      <translation>{name} 没有 .safetensors 或 .gguf 格式的权重，只有打开时可能运行代码的文件：请查找该模型的另一份。</translation>
    </message>
    <message>
      <source>{name} holds no node files: choose a .py file, or a folder or .zip file with some.</source>
      <translation>{name} 不含节点文件：请选择 .py 文件，或含有 .py 文件的文件夹或 .zip 文件。</translation>
    </message>
    <message>
      <source>{name} is among the blocks now: every search finds it.</source>
      <translation>{name} 已成为组件：任何搜索都能找到它。</translation>
    </message>
    <message>
      <source>{name} is called {title} now.</source>
      <translation>{name} 已改名为 {title}。</translation>
    </message>
    <message>
      <source>{name} is there. None of it runs before you have allowed it.</source>
      <translation>{name} 已添加。在您允许之前，其中任何内容都不会运行。</translation>
    </message>
    <message>
      <source>{name} is {width} x {height}: give both sides, or 0 x 0 for those of the picture itself.</source>
      <translation>{name} 是 {width} x {height}：请给出两边，或用 0 x 0 表示图片本身的尺寸。</translation>
    </message>
    <message>
      <source>{name} of {node}</source>
      <translation>{node} 的 {name}</translation>
    </message>
    <message>
      <source>{name} of {when}</source>
      <translation>{when} 的 {name}</translation>
    </message>
    <message>
      <source>{name} on the disk</source>
      <translation>磁盘上的 {name}</translation>
    </message>
    <message>
      <source>{name} stays as it is: {reason}.</source>
      <translation>{name} 保持不变：{reason}。</translation>
    </message>
    <message>
      <source>{name} stays where it is.</source>
      <translation>{name} 留在原处。</translation>
    </message>
    <message>
      <source>{name} was changed by another program: what you see is your version of it.</source>
      <translation>{name} 已被其他程序更改：您看到的是自己的版本。</translation>
    </message>
    <message>
      <source>{name} was connected</source>
      <translation>{name}已连接</translation>
    </message>
    <message>
      <source>{name} was deleted.</source>
      <translation>{name} 已删除。</translation>
    </message>
    <message>
      <source>{name} was disconnected</source>
      <translation>{name}已断开</translation>
    </message>
    <message>
      <source>{name} was moved or deleted by another program.</source>
      <translation>{name} 已被其他程序移动或删除。</translation>
    </message>
    <message>
      <source>{name} was moved to the trash.</source>
      <translation>{name} 已移到回收站。</translation>
    </message>
    <message>
      <source>{name} was not taken in ({problem}): check who may write to {folder}.</source>
      <translation>{name} 没有添加（{problem}）：请检查谁可以写入 {folder}。</translation>
    </message>
    <message>
      <source>{name} was not taken in ({problem}): get the pack again, or from another place.</source>
      <translation>{name} 没有添加（{problem}）：请重新获取该节点包，或从别处获取。</translation>
    </message>
    <message>
      <source>{name}, {dtype}, {free:.1f} of {total:.1f} GB free</source>
      <translation>{name}，{dtype}，空闲 {free:.1f} GB，共 {total:.1f} GB</translation>
    </message>
    <message>
      <source>{name}, {kind}</source>
      <translation>{name}，{kind}</translation>
    </message>
    <message>
      <source>{name}, {kind}: {value}</source>
      <translation>{name}，{kind}：{value}</translation>
    </message>
    <message>
      <source>{name}: {action}</source>
      <translation>{name}：{action}</translation>
    </message>
    <message>
      <source>{name}: {where}, about {used:.1f} of {total:.1f} GB</source>
      <translation>{name}：{where}，约 {used:.1f} GB，共 {total:.1f} GB</translation>
    </message>
    <message>
      <source>{node} cannot feed itself: take what it needs from another node.</source>
      <translation>{node} 不能接到自身：请从另一个节点取得它所需的输入。</translation>
    </message>
    <message>
      <source>{node} cannot use {path} ({reason}): check that it exists and may be used.</source>
      <translation>{node} 无法使用 {path}（{reason}）：请检查它是否存在、是否允许使用。</translation>
    </message>
    <message>
      <source>{node} could not read or write a file ({reason}): check the drive and try again.</source>
      <translation>{node} 无法读取或写入文件（{reason}）：请检查磁盘后重试。</translation>
    </message>
    <message>
      <source>{node} goes to a node, {kind} adds one</source>
      <translation>{node} 前往节点，{kind} 添加节点</translation>
    </message>
    <message>
      <source>{node} got lists of different lengths ({lengths}): make them equally long.</source>
      <translation>{node} 得到了长度不同的列表（{lengths}）：请使它们等长。</translation>
    </message>
    <message>
      <source>{node} has no parameter called {name}: its value is kept in the file but has no effect.</source>
      <translation>{node} 没有名为 {name} 的参数：它的值保留在文件中，但不起作用。</translation>
    </message>
    <message>
      <source>{node} has no {role} called {name}.</source>
      <translation>{node} 没有名为 {name} 的{role}。</translation>
    </message>
    <message>
      <source>{node} lies between the selected nodes: select it too, or fewer of the others.</source>
      <translation>{node} 位于选中的节点之间：请把它也选中，或少选一些。</translation>
    </message>
    <message>
      <source>{node} met an error that nobody foresaw ({kind}: {text}): try other settings, and report it where you got the node.</source>
      <translation>{node} 遇到了未曾预料的错误（{kind}：{text}）：请尝试其他设置，并向节点的提供者报告。</translation>
    </message>
    <message>
      <source>{node} needs a wire into {input}: connect one.</source>
      <translation>{node} 的 {input} 需要连线：请连接一条。</translation>
    </message>
    <message>
      <source>{node} ran out of memory: make the picture or the batch smaller, or close other programs.</source>
      <translation>{node} 内存不足：请减小图片或批次，或关闭其他程序。</translation>
    </message>
    <message>
      <source>{node} says that it needs no device, but asks for it: its node file has a fault.</source>
      <translation>{node} 声明不需要计算设备，却又请求了它：它的节点文件有错误。</translation>
    </message>
    <message>
      <source>{node} should return {expected}, but returned {found}: its node file has a fault.</source>
      <translation>{node} 应返回{expected}，却返回了{found}：它的节点文件有错误。</translation>
    </message>
    <message>
      <source>{node} was made with a newer version of {kind} (schema {found}, here {known}): update its node pack, or check its settings.</source>
      <translation>{node} 由较新版本的 {kind} 创建（schema {found}，此处为 {known}）：请更新它的节点包，或检查它的设置。</translation>
    </message>
    <message>
      <source>{node} was made with an older version of {kind}, and its settings could not be converted ({problem}): they are kept as they were, so check them.</source>
      <translation>{node} 由较旧版本的 {kind} 创建，其设置无法转换（{problem}）：它们原样保留，请检查。</translation>
    </message>
    <message>
      <source>{node}: a place that the graph works out while it runs</source>
      <translation>{node}：工作流在运行时才得出的位置</translation>
    </message>
    <message>
      <source>{node}: the model {name} is called {now} now; its content is the same.</source>
      <translation>{node}：模型 {name} 现已改名为 {now}；内容相同。</translation>
    </message>
    <message>
      <source>{node}: {end}</source>
      <translation>{node}：{end}</translation>
    </message>
    <message>
      <source>{node}: {parameter}</source>
      <translation>{node}：{parameter}</translation>
    </message>
    <message>
      <source>{node}: {place}</source>
      <translation>{node}：{place}</translation>
    </message>
    <message>
      <source>{node}: {problem}.</source>
      <translation>{node}：{problem}。</translation>
    </message>
    <message>
      <source>{node}: {reasons}</source>
      <translation>{node}：{reasons}</translation>
    </message>
    <message>
      <source>{number} more</source>
      <translation>另外 {number} 项</translation>
    </message>
    <message>
      <source>{others} and {last}</source>
      <translation>{others}以及{last}</translation>
    </message>
    <message>
      <source>{output} gives {source}, but {input} takes {target}: connect what gives {target}.</source>
      <translation>{output} 输出{source}，而 {input} 接受{target}：请连接能输出{target}的端口。</translation>
    </message>
    <message>
      <source>{output} is for {source}, but {input} is for {target}: connect two that fit.</source>
      <translation>{output} 适用于 {source}，而 {input} 适用于 {target}：请连接两个相配的端口。</translation>
    </message>
    <message>
      <source>{own} and {other} cannot be mixed: mix models of one family.</source>
      <translation>{own} 和 {other} 无法混合：请混合同一系列的模型。</translation>
    </message>
    <message>
      <source>{parameter} has no values yet: write some, such as {example}.</source>
      <translation>{parameter} 还没有取值：请写一些，如 {example}。</translation>
    </message>
    <message>
      <source>{parameter} must be {expected}, not {value}.</source>
      <translation>{parameter} 必须是{expected}，而不是 {value}。</translation>
    </message>
    <message>
      <source>{parameter} of {node} must be {expected}, not {value}: the node cannot run until this is changed.</source>
      <translation>{node} 的 {parameter} 必须是{expected}，而不是 {value}：更改之前该节点无法运行。</translation>
    </message>
    <message>
      <source>{part} cannot be part of a formula: use numbers, texts, inputs, + - * / // % **, comparisons, and, or, not, if and else, and functions.</source>
      <translation>{part} 不能作为公式的一部分：请使用数、文本、输入、+ - * / // % **、比较、and、or、not、if 和 else，以及函数。</translation>
    </message>
    <message>
      <source>{part} changed</source>
      <translation>{part}有变化</translation>
    </message>
    <message>
      <source>{part} changed from {before} to {after}</source>
      <translation>{part}从 {before} 改为 {after}</translation>
    </message>
    <message>
      <source>{part} ends earlier</source>
      <translation>{part}结束得更早</translation>
    </message>
    <message>
      <source>{part} ends later</source>
      <translation>{part}结束得更晚</translation>
    </message>
    <message>
      <source>{part} is no seed: write whole numbers from 0 to 9223372036854775807, or ranges such as 9-12, with commas between.</source>
      <translation>{part} 不是种子：请写 0 到 9223372036854775807 的整数，或 9-12 这样的范围，以逗号分隔。</translation>
    </message>
    <message>
      <source>{part} starts earlier</source>
      <translation>{part}开始得更早</translation>
    </message>
    <message>
      <source>{part} starts later</source>
      <translation>{part}开始得更晚</translation>
    </message>
    <message>
      <source>{part} was added</source>
      <translation>添加了{part}</translation>
    </message>
    <message>
      <source>{part} was removed</source>
      <translation>移除了{part}</translation>
    </message>
    <message>
      <source>{patch} changes U-Nets of pictures, which the network of {family} is not: take it out.</source>
      <translation>{patch} 更改用于图片的 U-Net，而 {family} 的网络不是：请移除它。</translation>
    </message>
    <message>
      <source>{path} cannot be read ({problem}): check its permissions.</source>
      <translation>{path} 无法读取（{problem}）：请检查它的权限。</translation>
    </message>
    <message>
      <source>{path} cannot be read ({problem}): save it as plain text in UTF-8, below 4 MB.</source>
      <translation>{path} 无法读取（{problem}）：请保存为 UTF-8 纯文本，小于 4 MB。</translation>
    </message>
    <message>
      <source>{path} cannot be written ({problem}): choose another folder or another format.</source>
      <translation>{path} 无法写入（{problem}）：请选择另一个文件夹或另一种格式。</translation>
    </message>
    <message>
      <source>{path} has more than {most} million pixels, which is too many: make it smaller first.</source>
      <translation>{path} 超过 {most} 百万像素，太大了：请先缩小。</translation>
    </message>
    <message>
      <source>{path} holds no graph: only pictures and videos saved by Latent Loom bring theirs along.</source>
      <translation>{path} 不含工作流：只有由 Latent Loom 保存的图片和视频才带有。</translation>
    </message>
    <message>
      <source>{path} is a ControlNet that looks at a mask as well, which is not supported yet: choose another ControlNet.</source>
      <translation>{path} 是还要看蒙版的 ControlNet，尚不支持：请选择另一个 ControlNet。</translation>
    </message>
    <message>
      <source>{path} is a file, but a model is a folder in the diffusers layout: choose that folder.</source>
      <translation>{path} 是文件，而模型是 diffusers 布局的文件夹：请选择那个文件夹。</translation>
    </message>
    <message>
      <source>{path} is a {family} model, which always predicts the flow: leave Prediction at what the model says.</source>
      <translation>{path} 是 {family} 模型，它总是预测 flow：请让“预测”保持为按模型所述。</translation>
    </message>
    <message>
      <source>{path} is damaged ({problem}): copy it again, or save the latent anew.</source>
      <translation>{path} 已损坏（{problem}）：请重新复制，或重新保存潜变量。</translation>
    </message>
    <message>
      <source>{path} is damaged or cut off ({problem}): copy or download it again.</source>
      <translation>{path} 损坏或不完整（{problem}）：请重新复制或下载。</translation>
    </message>
    <message>
      <source>{path} is no upscaling model: choose a .safetensors file such as 4x-UltraSharp.</source>
      <translation>{path} 不是放大模型：请选择 .safetensors 文件，如 4x-UltraSharp。</translation>
    </message>
    <message>
      <source>{path} is not a latent ({problem}): choose a file that Save Latent wrote.</source>
      <translation>{path} 不是潜变量（{problem}）：请选择由“保存潜变量”写出的文件。</translation>
    </message>
    <message>
      <source>{path} is not a picture that can be read: choose a PNG, JPEG, WebP or TIFF file.</source>
      <translation>{path} 不是可读取的图片：请选择 PNG、JPEG、WebP 或 TIFF 文件。</translation>
    </message>
    <message>
      <source>{path} is not a {kind} in the diffusers layout (it has no {missing}): choose another model, or get the whole folder.</source>
      <translation>{path} 不是 diffusers 布局的{kind}（缺少 {missing}）：请选择另一个模型，或获取完整的文件夹。</translation>
    </message>
    <message>
      <source>{path} is {family}, which is not supported yet: choose a model of SD 1, SD 2, SDXL, SD 3 or Flux.</source>
      <translation>{path} 是 {family}，尚不支持：请选择 SD 1、SD 2、SDXL、SD 3 或 Flux 的模型。</translation>
    </message>
    <message>
      <source>{port} from …</source>
      <translation>{port} 来自…</translation>
    </message>
    <message>
      <source>{port} of {node}</source>
      <translation>{node} 的 {port}</translation>
    </message>
    <message>
      <source>{port} to …</source>
      <translation>{port} 连接到…</translation>
    </message>
    <message>
      <source>{problem}: see {program} --help.</source>
      <translation>{problem}：参见 {program} --help。</translation>
    </message>
    <message>
      <source>{rate} it/s</source>
      <translation>{rate} 步/秒</translation>
    </message>
    <message>
      <source>{scheduler} cannot lead this model, which goes by noise levels: choose Euler.</source>
      <translation>{scheduler} 无法用于此模型，它以噪声水平为准：请选择 Euler。</translation>
    </message>
    <message>
      <source>{scheduler} cannot work with steps = {steps} here ({reason}): change the steps or the scheduler.</source>
      <translation>{scheduler} 在步数 = {steps} 时无法工作（{reason}）：请更改步数或调度器。</translation>
    </message>
    <message>
      <source>{scheduler} does not work with models of rectified flow, such as SD 3 and Flux: choose {others}.</source>
      <translation>{scheduler} 不适用于整流流模型，如 SD 3 和 Flux：请选择 {others}。</translation>
    </message>
    <message>
      <source>{scheduler} has no {spacing} spacing: choose {others}.</source>
      <translation>{scheduler} 没有 {spacing} 间隔：请选择 {others}。</translation>
    </message>
    <message>
      <source>{scheduler} sets its noise levels itself: choose Euler, Heun or a DPM++ for a model along a curve, Euler or LCM for SD 3 and Flux, or take the noise levels off.</source>
      <translation>{scheduler} 自行设定噪声水平：对沿曲线的模型请选择 Euler、Heun 或某种 DPM++，对 SD 3 和 Flux 请选择 Euler 或 LCM，或断开噪声水平。</translation>
    </message>
    <message>
      <source>{sentence}</source>
      <translation>{sentence}</translation>
    </message>
    <message>
      <source>{sentence} ({count} times)</source>
      <translation>{sentence}（{count} 次）</translation>
    </message>
    <message>
      <source>{share:.1%} differ · mean {mean:.1f} · most {largest}</source>
      <translation>{share:.1%} 不同 · 平均 {mean:.1f} · 最大 {largest}</translation>
    </message>
    <message>
      <source>{status}: {words}</source>
      <translation>{status}：{words}</translation>
    </message>
    <message>
      <source>{steps} of {total} steps</source>
      <translation>{steps} 步，共 {total} 步</translation>
    </message>
    <message>
      <source>{target} already feeds {source}: this wire would close a loop.</source>
      <translation>{target} 已经通向 {source}：这条连线会形成环。</translation>
    </message>
    <message>
      <source>{target} cannot be written ({problem}): choose another folder.</source>
      <translation>{target} 无法写入（{problem}）：请选择另一个文件夹。</translation>
    </message>
    <message>
      <source>{target} is there already: move it away, or choose another name for what {file} is.</source>
      <translation>{target} 已存在：请移走它，或为 {file} 换一个名称。</translation>
    </message>
    <message>
      <source>{text} is no noise level: type numbers with commas between them, such as 14.6, 3, 0.</source>
      <translation>{text} 不是噪声水平：请输入以逗号分隔的数，如 14.6, 3, 0。</translation>
    </message>
    <message>
      <source>{text} is no place to fetch a model from: give a repository of the hub such as owner/name, or an address that begins with https://.</source>
      <translation>无法从 {text} 获取模型：请给出 hub 上的仓库（如 owner/name），或以 https:// 开头的地址。</translation>
    </message>
    <message>
      <source>{text} is no range: write first:last:count, such as 2:8:4.</source>
      <translation>{text} 不是范围：请写成 起始:结束:数量，如 2:8:4。</translation>
    </message>
    <message>
      <source>{text} names no blocks: write down, mid or up with the numbers of block and attention, such as up.0.1, and perhaps a factor, such as down.2.1=0.5, with commas between.</source>
      <translation>{text} 没有指明块：请写 down、mid 或 up，加上块和注意力的编号，如 up.0.1，还可带系数，如 down.2.1=0.5，以逗号分隔。</translation>
    </message>
    <message>
      <source>{text} names no layers of this model: write the numbers of some of its {count} blocks, counted from 0, such as 7, 8, 9.</source>
      <translation>{text} 没有指明此模型的层：请写出其 {count} 个块中一些块的编号，从 0 数起，如 7, 8, 9。</translation>
    </message>
    <message>
      <source>{thing} needs the package av: install the extra ``video`` (pip install latent-loom[video]), or choose GIF or WebP.</source>
      <translation>{thing} 需要软件包 av：请安装附加组件 ``video``（pip install latent-loom[video]），或选择 GIF 或 WebP。</translation>
    </message>
    <message>
      <source>{time} a step</source>
      <translation>每步 {time}</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>剩余 {time}</translation>
    </message>
    <message>
      <source>{time} left in all</source>
      <translation>总共剩余 {time}</translation>
    </message>
    <message>
      <source>{title}
Shift+click compares with it</source>
      <translation>{title}
按住 Shift 点击可与它对比</translation>
    </message>
    <message>
      <source>{title} has no meaning in the main graph: open a subgraph and add it there.</source>
      <translation>{title} 在主工作流中没有意义：请打开一个子图并添加到其中。</translation>
    </message>
    <message>
      <source>{title} has no parameter called {name}: {hint}.</source>
      <translation>{title} 没有名为 {name} 的参数：{hint}。</translation>
    </message>
    <message>
      <source>{title} is in slot {slot}.</source>
      <translation>{title} 在槽位 {slot} 中。</translation>
    </message>
    <message>
      <source>{title} is of the kind {kind}, which is not installed: add the node pack that brings it, or delete the node.</source>
      <translation>{title} 的类型 {kind} 没有安装：请添加提供它的节点包，或删除该节点。</translation>
    </message>
    <message>
      <source>{title} stands for a subgraph that is not in this file ({id}): delete the node.</source>
      <translation>{title} 代表的子图不在此文件中（{id}）：请删除该节点。</translation>
    </message>
    <message>
      <source>{title}.{name} must be {expected}, not {given}.</source>
      <translation>{title}.{name} 必须是{expected}，而不是 {given}。</translation>
    </message>
    <message>
      <source>{title}: {count} nodes</source>
      <translation>{title}：{count} 个节点</translation>
    </message>
    <message>
      <source>{type} is not installed.
The node is kept as it is in the file; add the node pack that brings it, or delete the node.</source>
      <translation>没有安装 {type}。
该节点在文件中原样保留；请添加提供它的节点包，或删除该节点。</translation>
    </message>
    <message>
      <source>{when} · seed {seed}</source>
      <translation>{when} · 种子 {seed}</translation>
    </message>
    <message>
      <source>{where}, in bfloat16</source>
      <translation>{where}，以 bfloat16</translation>
    </message>
    <message>
      <source>{where}, weights in 8 bits</source>
      <translation>{where}，8 位权重</translation>
    </message>
    <message>
      <source>{width} x {height} is no size for a latent: both sides must be multiples of {factor}, such as {fitting}.</source>
      <translation>{width} x {height} 不能作为潜变量的尺寸：两边都必须是 {factor} 的倍数，如 {fitting}。</translation>
    </message>
    <message>
      <source>{words} ({note})</source>
      <translation>{words}（{note}）</translation>
    </message>
    <message>
      <source>°</source>
      <translation>°</translation>
    </message>
  </context>
</TS>
