<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Outcrop</name>
    <message>
        <location filename="../../plugin.py"/>
        <source>Outcrop</source>
        <translation>Outcrop</translation>
    </message>
    <message>
        <location filename="../../plugin.py"/>
        <source>Outcrop: train on polygons drawn over imagery, and map with the model</source>
        <translation>Outcrop：用绘制在影像上的多边形训练，并用模型制图</translation>
    </message>
    <message>
        <location filename="../../plugin.py"/>
        <source>&amp;Outcrop</source>
        <translation>&amp;Outcrop</translation>
    </message>
    <message>
        <location filename="../../plugin.py"/>
        <source>Outcrop: second view {n}</source>
        <translation>Outcrop：第二视图 {n}</translation>
    </message>
    <message>
        <location filename="../../ui/band_numbers.py"/>
        <source>{bands}: {first} … {last}</source>
        <translation>{bands}：{first} … {last}</translation>
    </message>
    <message>
        <location filename="../../ui/band_numbers.py"/>
        <source>{n} band</source>
        <translation>{n} 个波段</translation>
    </message>
    <message>
        <location filename="../../ui/band_numbers.py"/>
        <source>{n} bands</source>
        <translation>{n} 个波段</translation>
    </message>
    <message>
        <location filename="../../ui/band_numbers.py"/>
        <source>{bands}: {numbers}</source>
        <translation>{bands}：{numbers}</translation>
    </message>
    <message>
        <location filename="../../ui/band_numbers.py"/>
        <source>Write numbers and ranges of bands, such as 1-3, 5.</source>
        <translation>请写波段编号和范围，例如 1-3, 5。</translation>
    </message>
    <message>
        <location filename="../../ui/band_numbers.py"/>
        <source>There is no band {n}; they are 1 to {most}.</source>
        <translation>没有波段 {n}；编号为 1 到 {most}。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/class_raster.py"/>
        <source>{told} GDAL says: {reason}.</source>
        <translation>{told} GDAL 提示：{reason}。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/class_raster.py"/>
        <source>“{path}” carries no legend: it isn't a prediction that Outcrop has written. Choose one that is.</source>
        <translation>“{path}”不含图例：它不是 Outcrop 写出的预测结果。请选择由 Outcrop 写出的预测结果。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/class_raster.py"/>
        <source>“{path}” can't be laid on the pixels of the map that is corrected.</source>
        <translation>无法将“{path}”对齐到被修正地图的像元上。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/class_raster.py"/>
        <source>The prediction “{path}” can't be read. Check that the file is there.</source>
        <translation>无法读取预测结果“{path}”。请检查该文件是否存在。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/class_raster.py"/>
        <source>“{path}” isn't a raster of classes in one byte a pixel. Choose a prediction.</source>
        <translation>“{path}”不是每像元一字节的类别栅格。请选择预测结果。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/class_raster.py"/>
        <source>“{path}” can't be read any more. Check that the file is there.</source>
        <translation>“{path}”已无法读取。请检查该文件是否存在。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/eye/hillshade.py"/>
        <source>hillshade · {name}</source>
        <translation>山体阴影 · {name}</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>take the class under the cursor</source>
        <translation>取光标下的类别</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>swap the last two classes</source>
        <translation>互换最近两个类别</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>smaller brush, or less alike</source>
        <translation>画笔变小，或相似度要求更高</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>larger brush, or more alike</source>
        <translation>画笔变大，或相似度要求更低</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>hide the map while held</source>
        <translation>按住时隐藏地图</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>swipe between imagery and map, by the mouse</source>
        <translation>用鼠标在影像与地图之间卷帘</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>go to the previous correction of the list</source>
        <translation>转到列表中的上一条修正</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>go to the next correction of the list</source>
        <translation>转到列表中的下一条修正</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>drop what is in hand; once more leaves the tool</source>
        <translation>放弃手中的内容；再按一次离开工具</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>finish what is in hand</source>
        <translation>完成手中的内容</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>take the last corner or region back</source>
        <translation>退回最后一个角点或区域</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>imagery in natural colours</source>
        <translation>影像自然色</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>imagery in false colours, near infrared as red</source>
        <translation>影像假彩色，近红外作红色</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>the imagery’s next band alone</source>
        <translation>影像的下一个单波段</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>stretch the imagery to what the view holds</source>
        <translation>按视图内容拉伸影像</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>imagery as it was</source>
        <translation>影像恢复原样</translation>
    </message>
    <message>
        <location filename="../../ui/correction/overlay.py"/>
        <source>“{path}” can't be written. Free some space, or check the folder.</source>
        <translation>无法写入“{path}”。请释放一些空间，或检查该文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/overlay.py"/>
        <source>“{path}” carries no legend: it isn't a prediction. Choose one that is.</source>
        <translation>“{path}”不含图例：它不是预测结果。请选择预测结果。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>Add a polygon</source>
        <translation>添加多边形</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>Split polygons</source>
        <translation>分割多边形</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>Delete polygons</source>
        <translation>删除多边形</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>Reclassify polygons</source>
        <translation>更改多边形类别</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>“{name}” can't be edited. Save it to a GeoPackage first.</source>
        <translation>“{name}”无法编辑。请先把它保存为 GeoPackage。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>What was drawn encloses nothing. Nothing was changed.</source>
        <translation>所画的内容没有围住任何东西。未作任何更改。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>There is no polygon at that place. Nothing was changed.</source>
        <translation>该处没有多边形。未作任何更改。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>The line cuts no polygon. Begin and end it outside of the polygon.</source>
        <translation>这条线没有切开任何多边形。请从多边形外开始，并在多边形外结束。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>The polygon can't be added to “{name}”.</source>
        <translation>无法把多边形添加到“{name}”。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>The place can't be told in the layer's coordinate system.</source>
        <translation>无法在该图层的坐标系中确定位置。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/prediction_target.py"/>
        <source>The other prediction has none of these classes there. Nothing was changed.</source>
        <translation>另一预测在此处没有这些类别。未作任何更改。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/prediction_target.py"/>
        <source>What was drawn lies outside of the prediction. Nothing was changed.</source>
        <translation>所画的内容在预测范围之外。未作任何更改。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/prediction_target.py"/>
        <source>The map says nowhere “{name}” there. Nothing was changed.</source>
        <translation>那里的地图上没有“{name}”。未作任何更改。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/prediction_target.py"/>
        <source>Choose the other prediction first, under “Take from”.</source>
        <translation>请先在“取自”中选择另一预测。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/prediction_target.py"/>
        <source>It calls its classes {names}.</source>
        <translation>它的类别名为 {names}。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool.py"/>
        <source>Choose a class first.</source>
        <translation>请先选择一个类别。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Paint with the class. Alt and the wheel change the size, Shift draws straight lines, Ctrl paints the prediction back.</source>
        <translation>用所选类别涂画。Alt 加滚轮改变大小，Shift 画直线，Ctrl 恢复为预测。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Click the corners; a right click or double click finishes, Backspace takes one back.</source>
        <translation>点击各个角点；右键或双击结束，Backspace 退回一个角点。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Freehand</source>
        <translation>自由绘制</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Draw around the pixels with the button held; letting go finishes.</source>
        <translation>按住鼠标键围着像元画；松开即结束。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Drag from corner to corner.</source>
        <translation>从一角拖到对角。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Pick a region</source>
        <translation>拾取区域</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>The connected region of one class under the cursor is outlined; a click gives it the class. Shift and click collect regions, a right click gives the class to all of them.</source>
        <translation>光标下同一类别的连通区域会被勾出；点击即改为所选类别。按住 Shift 点击可收集多个区域，右键把它们全部改类。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Similar pixels</source>
        <translation>相似像元</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>What looks alike around the cursor in the imagery as it is drawn; zoom sets the scale, Alt and the wheel the tolerance. Hold the button to gather more.</source>
        <translation>光标周围在所显示影像中看起来相似的像元；缩放决定尺度，Alt 加滚轮改变容差。按住鼠标键可收集更多。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>A becomes B</source>
        <translation>A 变为 B</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Inside a polygon, one class becomes the chosen one. Which one, “Only where” says, else the class under the first corner.</source>
        <translation>在多边形内把一个类别变为所选类别。变哪一类由“仅当地图为”决定，否则取第一个角点下的类别。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Take from another prediction</source>
        <translation>取自另一预测</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Inside a polygon, take the classes of another prediction, chosen below.</source>
        <translation>在多边形内采用另一预测的类别，在下方选择该预测。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Back to the prediction</source>
        <translation>恢复为预测</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Inside a polygon, show again what the model had predicted.</source>
        <translation>在多边形内重新显示模型原来的预测。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Click a line across polygons; a right click or double click cuts them along it.</source>
        <translation>点击画出穿过多边形的线；右键或双击沿线切开。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Delete a polygon</source>
        <translation>删除多边形</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Click the polygon. Shift and click collect polygons, a right click deletes all of them.</source>
        <translation>点击多边形。按住 Shift 点击可收集多个多边形，右键把它们全部删除。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_set.py"/>
        <source>There is no class here.</source>
        <translation>此处没有类别。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tools/outline_tools.py"/>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tools/outline_tools.py"/>
        <source>Click at least {n} places first, then finish.</source>
        <translation>请先点击至少 {n} 个位置，然后结束。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tools/outline_tools.py"/>
        <source>Choose another class than the one that is to change, or begin on that one.</source>
        <translation>请选择与要更改的类别不同的类别，或从该类别上开始。</translation>
    </message>
    <message>
        <location filename="../../ui/demo_project.py"/>
        <source>Outcrop: the demo</source>
        <translation>Outcrop：演示</translation>
    </message>
    <message>
        <location filename="../../ui/demo_project.py"/>
        <source>training polygons</source>
        <translation>训练多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>{share} % of the map changed: {most}.</source>
        <translation>地图有 {share} % 发生变化：{most}。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>mIoU {before} before, {after} now, each on pixels that its own training held back: draw an accuracy sample for a figure of the maps.</source>
        <translation>mIoU 之前 {before}，现在 {after}，均在各自训练留出的像元上：如需地图的数值，请抽取精度样本。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>{n} correction differs from the new map still and was carried over.</source>
        <translation>{n} 处改正仍与新地图不同，已转入。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>{n} corrections differ from the new map still and were carried over.</source>
        <translation>{n} 处改正仍与新地图不同，已转入。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>The new map is as the first one: nothing changed.</source>
        <translation>新地图与原地图相同：没有变化。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>Whether it is better isn't known: nothing was held back. Draw an accuracy sample to tell.</source>
        <translation>无法判断是否更好：没有留出任何像元。请抽取精度样本来判断。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>Outcrop: mapping again with {model}</source>
        <translation>Outcrop：用 {model} 再次制图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>Mapping the same extent again…</source>
        <translation>正在再次绘制同一范围…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>{before} → {after} {area}</source>
        <translation>{before} → {after} {area}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>The map that was corrected is no longer in the project. Add it again.</source>
        <translation>被改正的地图已不在工程中。请重新添加。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>Outcrop: comparing two maps</source>
        <translation>Outcrop：比较两幅地图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/change_layer.py"/>
        <source>changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/change_layer.py"/>
        <source>The raster “{path}” can't be loaded. Check that the file is there.</source>
        <translation>无法加载栅格“{path}”。请检查文件是否存在。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/queue_control.py"/>
        <source>Outcrop: choosing tiles</source>
        <translation>Outcrop：选择图块</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/queue_control.py"/>
        <source>Choose a map that Outcrop has made.</source>
        <translation>请选择由 Outcrop 制作的地图。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/queue_control.py"/>
        <source>Choose the imagery of this map on the Data page; it has to be a file.</source>
        <translation>请在“数据”页选择此地图的影像；它必须是文件。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Set up…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Show…</source>
        <translation>显示…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Look into it…</source>
        <translation>查看原因…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Renew…</source>
        <translation>更新…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Add PyTorch…</source>
        <translation>添加 PyTorch…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Show what would be installed, where, and how large it is; nothing happens yet</source>
        <translation>显示将安装什么、装在哪里、占多大空间；此时不会做任何更改</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>What the installer said last, to read and to copy</source>
        <translation>安装程序最后的输出，可阅读和复制</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Stop setting up; what is installed already is kept</source>
        <translation>停止设置；已安装的内容会保留</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/answering.py"/>
        <source>“{name}” can't be written, so the answer isn't saved. Check that its file may be changed.</source>
        <translation>“{name}”无法写入，答案未保存。请检查该文件是否允许修改。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/answering.py"/>
        <source>The map can't show this place: {reason}</source>
        <translation>地图无法显示此处：{reason}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Point {n} of {count}: what is in the frame on the map?</source>
        <translation>第 {n} 点，共 {count} 点：地图上方框内是什么？</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Accuracy and areas</source>
        <translation>精度与面积</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Tell accuracy and areas, with intervals, from the answers so far</source>
        <translation>根据目前的答案给出精度和面积及其区间</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Points that were drawn over a map, to be answered by you</source>
        <translation>在地图上抽取、由您判读的点</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Draw…</source>
        <translation>抽样…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Draw a new accuracy sample over a map</source>
        <translation>在地图上抽取新的精度样本</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Second opinion</source>
        <translation>第二意见</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Answer the points that have an answer once more, without seeing it; yours counts in the end</source>
        <translation>对已有答案的点再判读一次，不显示原答案；最终以您的为准</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Can't tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>{n} of {count} answered</source>
        <translation>已判读 {n} / {count}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>How right is a map? Draw random points over it, say what each one really is, and get its accuracy and the areas of its classes with intervals.</source>
        <translation>地图有多准？在其上抽取随机点，判读每个点的真实类别，即可得到精度和各类面积及其区间。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>No point has an answer yet, so there is nothing to give a second opinion on.</source>
        <translation>还没有任何点有答案，因此无法给出第二意见。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Back</source>
        <translation>上一个</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Look at the point before again</source>
        <translation>再看上一个点</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>The imagery doesn't show what is there</source>
        <translation>影像看不出此处是什么</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Leave this point open and go to the next</source>
        <translation>暂不判读此点，转到下一个</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Train and compare several models…</source>
        <translation>训练并比较多个模型…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>A table, maps and a report to print</source>
        <translation>表格、地图和可打印的报告</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Accuracy against labels…</source>
        <translation>对照标注的精度…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Confusion matrix, precision, recall, F1, IoU</source>
        <translation>混淆矩阵、精确率、召回率、F1、IoU</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Boundaries and objects…</source>
        <translation>边界与对象…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Distances in metres, objects found, lines</source>
        <translation>以米计的距离、找到的对象、线状要素</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>This point is {name}</source>
        <translation>此点为 {name}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Every point is answered.</source>
        <translation>所有点均已判读。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>This was the last point.</source>
        <translation>这是最后一个点。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Answered: {answer}</source>
        <translation>答案：{answer}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>More ways to assess</source>
        <translation>更多评估方式</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/ago.py"/>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/ago.py"/>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/ago.py"/>
        <source>{n} days ago</source>
        <translation>{n} 天前</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/ago.py"/>
        <source>{n} min ago</source>
        <translation>{n} 分钟前</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/ago.py"/>
        <source>{n} h ago</source>
        <translation>{n} 小时前</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/class_buttons.py"/>
        <source>The class to paint with; keys 1 to 9 take the first nine</source>
        <translation>用来涂画的类别；按键 1 至 9 选取前九个</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>Try again ({n})</source>
        <translation>重试（{n}）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>“{name}” was removed. Its corrections are kept in “{file}”; they are there again with the prediction.</source>
        <translation>“{name}”已被移除。它的修正保存在“{file}”中；预测回来后修正也会回来。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>Nothing to correct yet: predict first, on the page before this one.</source>
        <translation>还没有可修正的内容：请先在前一页预测。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>No corrections yet</source>
        <translation>还没有修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{n} pixel lies outside of the prediction.</source>
        <translation>{n} 个像元在预测范围之外。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{n} pixels lie outside of the prediction.</source>
        <translation>{n} 个像元在预测范围之外。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{n} pixel has no prediction.</source>
        <translation>{n} 个像元没有预测。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{n} pixels have no prediction.</source>
        <translation>{n} 个像元没有预测。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{these} They were left as they are; “Paint over “no data” too” paints them.</source>
        <translation>{these}它们保持不变；“也涂画“无数据”处”会涂画它们。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>The correction is saved, but can’t be shown: {reason}</source>
        <translation>修正已保存，但无法显示：{reason}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>Edited, not saved yet</source>
        <translation>已编辑，尚未保存</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>Nothing edited</source>
        <translation>没有编辑</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{n} correction</source>
        <translation>{n} 条修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{n} corrections</source>
        <translation>{n} 条修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{reason} What you drew is kept: press “Try again”.</source>
        <translation>{reason}所画的内容已保留：请按“重试”。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>List only what became this class</source>
        <translation>只列出改为该类别的修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>List only what this analyst corrected</source>
        <translation>只列出该分析人员的修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>List only what was corrected lately</source>
        <translation>只列出最近的修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>Show the chosen correction on the map; so do Return and a double click</source>
        <translation>在地图上显示所选修正；按回车或双击也可以</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>Revert the chosen correction alone, where later ones don’t touch its pixels</source>
        <translation>只还原所选的修正，前提是后来的修正没有触及其像元</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>Every correction, the newest first; what was undone is crossed out</source>
        <translation>全部修正，最新的在前；已撤销的加删除线</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>Revert this one</source>
        <translation>还原这一条</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>Note on a correction</source>
        <translation>修正的备注</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>What is to be remembered of it</source>
        <translation>关于它要记住什么</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>last day</source>
        <translation>最近一天</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>last week</source>
        <translation>最近一周</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>any class</source>
        <translation>任意类别</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>as predicted</source>
        <translation>按预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>anybody</source>
        <translation>任何人</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>Now {name}, before {before} (pixels)</source>
        <translation>现为 {name}，之前为 {before}（像元）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>By {user} on {when}, over a map by {model}</source>
        <translation>由 {user} 于 {when} 修正，地图来自 {model}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>Now</source>
        <translation>现为</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>an unnamed model</source>
        <translation>未命名的模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/eye.py"/>
        <source>One band</source>
        <translation>单个波段</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/eye.py"/>
        <source>Second map view with</source>
        <translation>第二个地图视图，显示</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/eye.py"/>
        <source>the imagery beneath the map</source>
        <translation>地图下面的影像</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/eye.py"/>
        <source>Hillshade over the map</source>
        <translation>地图上的山体阴影</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/eye.py"/>
        <source>“{name}” has no bands for that.</source>
        <translation>“{name}”没有所需的波段。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/eye.py"/>
        <source>There is no second map view here.</source>
        <translation>这里无法打开第二个地图视图。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>Alt+click</source>
        <translation>Alt+点击</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>Alt+wheel</source>
        <translation>Alt+滚轮</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>Choose a class, choose a tool, and draw on the map: each correction is written at once, beside the prediction, whose file never changes. Undo works over all tools, without limit, tomorrow too. “Apply…” writes a corrected copy, “Export as labels” polygons to train on.</source>
        <translation>选择类别，选择工具，在地图上绘制：每条修正立即写在预测旁边，预测文件从不改变。撤销适用于所有工具，没有次数限制，明天也有效。“应用…”写出修正副本，“导出为标签”写出可用于训练的多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>“Only where the map now says” keeps every tool from changing other classes.</source>
        <translation>“仅当地图现在为”使任何工具都不会更改其他类别。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>Keys, while one of these tools is used</source>
        <translation>使用这些工具时的按键</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>Outcrop: Correct</source>
        <translation>Outcrop：修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>What the Correct page is for, its tools and all keys</source>
        <translation>修正页的用途、工具和全部按键</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>take a class</source>
        <translation>选取类别</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/opening.py"/>
        <source>Outcrop: reading the prediction</source>
        <translation>Outcrop：正在读取预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/opening.py"/>
        <source>“{path}” can't be read: {error}.</source>
        <translation>无法读取“{path}”：{error}。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>Outcrop: applying corrections</source>
        <translation>Outcrop：正在应用修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>Outcrop: corrections as labels</source>
        <translation>Outcrop：修正转为标签</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>Corrected copy of the prediction</source>
        <translation>预测的修正副本</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>{name}, corrected</source>
        <translation>{name}（已修正）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>Corrections as labels</source>
        <translation>修正转为标签</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>Outcrop: labelling regions</source>
        <translation>Outcrop：正在标记区域</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>The corrected copy is “{file}”; the prediction is as it was.</source>
        <translation>修正副本为“{file}”；预测保持原样。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>The corrections are polygons of “{file}” now: train on them.</source>
        <translation>修正现已成为“{file}”中的多边形：可用它们训练。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>“{path}” was written, but QGIS can't load it.</source>
        <translation>“{path}”已写出，但 QGIS 无法加载。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>New session</source>
        <translation>新会话</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>The prediction to correct, or a layer of training polygons</source>
        <translation>要修正的预测，或训练多边形图层</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>All tools and keys of this page, in a window beside it</source>
        <translation>本页的全部工具和按键，在旁边的窗口中列出</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Correct</source>
        <translation>修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>The file of corrections beside the prediction; there can be several</source>
        <translation>预测旁边的修正文件；可以有多个</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>The field that holds the class</source>
        <translation>保存类别的字段</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Only pixels that have this class now are changed, whichever tool is used</source>
        <translation>无论用哪个工具，只更改现在为该类别的像元</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Only where
the map says</source>
        <translation>仅当
地图为</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>The brush’s diameter; Alt and the wheel change it on the map</source>
        <translation>画笔直径；在地图上用 Alt 加滚轮改变</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>px</source>
        <translation>像元</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>m</source>
        <translation>米</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Whether the brush is measured in pixels or in metres</source>
        <translation>画笔以像元还是以米计</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Brush size</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>The prediction whose classes are taken inside the polygon</source>
        <translation>在多边形内采用其类别的预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Take from</source>
        <translation>取自</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Paint over “no data” too</source>
        <translation>也涂画“无数据”处</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Otherwise pixels without a prediction are left as they are</source>
        <translation>否则没有预测的像元保持不变</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>What stands in the session; every correction is on the disk already</source>
        <translation>会话中的内容；每条修正都已写入磁盘</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Write again what couldn’t be written</source>
        <translation>再次写入未能写入的内容</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Take the last correction back (Z or Ctrl+Z on the map)</source>
        <translation>撤销最后一条修正（在地图上按 Z 或 Ctrl+Z）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Do it again (Y or Ctrl+Shift+Z on the map)</source>
        <translation>重做（在地图上按 Y 或 Ctrl+Shift+Z）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Help for the eye</source>
        <translation>目视辅助</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Help for the eye: band combinations, stretches, a second map view, hillshade</source>
        <translation>辅助观察：波段组合、拉伸、第二个地图视图、山体阴影</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Export as labels</source>
        <translation>导出为标签</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Write the corrections as polygons to train on</source>
        <translation>把修正写成可用于训练的多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Apply…</source>
        <translation>应用…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Write a corrected copy of the prediction, or save the polygons</source>
        <translation>写出预测的修正副本，或保存多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Save Edits</source>
        <translation>保存编辑</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/sessions.py"/>
        <source>{n} corrections were carried over.</source>
        <translation>已沿用 {n} 条修正。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/sessions.py"/>
        <source>Reading the prediction…</source>
        <translation>正在读取预测…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/sessions.py"/>
        <source>Folder for the corrections</source>
        <translation>存放修正的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/sessions.py"/>
        <source>Carry over what fits</source>
        <translation>沿用仍然合适的修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/sessions.py"/>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/tool_row.py"/>
        <source>Choose a class and a tool, then correct on the map. [?] lists all keys.</source>
        <translation>选择类别和工具，然后在地图上修正。[?] 列出全部按键。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>The bands to learn from and to map with, in order. Open the list to leave some out or to drag them.</source>
        <translation>用于学习和制图的波段，按顺序排列。打开列表可去掉某些波段或拖动调整顺序。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>The bands to learn from, in order</source>
        <translation>用于学习的波段，按顺序排列</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>Numbers, such as 1-60, 75</source>
        <translation>编号，例如 1-60, 75</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>The bands to use by number, in this order; Return takes them</source>
        <translation>按编号和此处顺序使用的波段；按回车键采用</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>Show only…</source>
        <translation>只显示…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>Show only bands with this in their name, number or wavelength</source>
        <translation>只显示名称、编号或波长中含有此内容的波段</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>Bands: {bands}</source>
        <translation>波段：{bands}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>Move the band up (Ctrl+Up)</source>
        <translation>上移该波段（Ctrl+Up）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>Move the band down (Ctrl+Down)</source>
        <translation>下移该波段（Ctrl+Down）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>By wavelength</source>
        <translation>按波长</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>Put the bands into the order of their wavelengths</source>
        <translation>按波长排列波段</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>Check none of the bands that are shown, to choose a few then</source>
        <translation>取消勾选所显示的全部波段，以便再选其中几个</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>Take every band in the order in which the layers have them</source>
        <translation>按图层中的顺序使用所有波段</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_choice.py"/>
        <source>Check at least one band; until then those before stay.</source>
        <translation>请至少勾选一个波段；在此之前沿用原来的波段。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_list.py"/>
        <source>Check the bands to use; Shift and a click, or Space, checks several. Drag them, or press Ctrl and an arrow key, to change their order.</source>
        <translation>勾选要使用的波段；按住 Shift 点击或按空格键可勾选多个。拖动波段，或按 Ctrl 加方向键，可改变顺序。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/band_list.py"/>
        <source>{n} nm</source>
        <translation>{n} nm</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/class_table.py"/>
        <source>Class “{name}” has about {pixels} pixels. At least {few} are needed to hold some back for validation; fewer make its measures unsure.</source>
        <translation>类别“{name}”约有 {pixels} 个像元。至少需要 {few} 个，才能留出一部分用于验证；更少会使精度指标不可靠。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/class_table.py"/>
        <source>The classes over the imagery, in the colours of the layer’s style. The pencil, or the key beside it, draws polygons of a class. Double click a class, or press Space, to give it another colour. Pixels are estimated from the polygons’ area.</source>
        <translation>影像上的各类别，颜色与图层样式一致。点击铅笔或按其旁边的数字键可绘制该类别的多边形。双击类别或按空格键可更改颜色。像元数由多边形面积估算。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/class_table.py"/>
        <source>Draw polygons of “{name}”</source>
        <translation>绘制“{name}”的多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/class_table.py"/>
        <source>Colour…</source>
        <translation>颜色…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/class_table.py"/>
        <source>Colour of “{name}”</source>
        <translation>“{name}”的颜色</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/class_table.py"/>
        <source>Polygons</source>
        <translation>多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/class_table.py"/>
        <source>Pixels</source>
        <translation>像元</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/corrections_row.py"/>
        <source>Corrections to maps of this imagery; corrected pixels go before polygons and weigh more</source>
        <translation>对该影像各地图的改正；改正的像元优先于多边形，且权重更大</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/corrections_row.py"/>
        <source>Train again</source>
        <translation>再次训练</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/corrections_row.py"/>
        <source>Learn from the polygons and the corrections, map the same extent again, and show what changed</source>
        <translation>用多边形和改正重新学习，再次绘制同一范围，并显示变化</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/corrections_row.py"/>
        <source>{n} session</source>
        <translation>{n} 个会话</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/corrections_row.py"/>
        <source>{n} sessions</source>
        <translation>{n} 个会话</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/corrections_row.py"/>
        <source>Corrections</source>
        <translation>改正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/corrections_row.py"/>
        <source>none of them</source>
        <translation>均不使用</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/count_task.py"/>
        <source>Outcrop: counting labels</source>
        <translation>Outcrop：正在统计标签</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>There is one class only, “{name}”. Draw polygons of another class too, or say that everything else is background.</source>
        <translation>只有一个类别“{name}”。请再绘制另一类别的多边形，或声明其余部分都是背景。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>“{name}” can't be read. Check that its file is whole.</source>
        <translation>无法读取“{name}”。请检查其文件是否完整。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>The labelled area is no larger than the polygons: nothing in it is background. Choose a larger one.</source>
        <translation>标注区域不比多边形大：其中没有背景。请选择更大的区域。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>There are {n} classes; at most {most} fit. Choose another class field.</source>
        <translation>共有 {n} 个类别，最多允许 {most} 个。请选择另一个类别字段。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>There are {n} classes. Is this the field that holds the class?</source>
        <translation>共有 {n} 个类别。这是存放类别的字段吗？</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>The polygons of “{name}” lie outside “{imagery}”. Choose others, or check both coordinate systems.</source>
        <translation>“{name}”的多边形位于“{imagery}”之外。请选择其他多边形，或检查两者的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} polygon crosses itself; it is repaired for training, the layer stays as it is.</source>
        <translation>{n} 个多边形自相交；训练时会自动修复，图层保持不变。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} polygons cross themselves; they are repaired for training, the layer stays as it is.</source>
        <translation>{n} 个多边形自相交；训练时会自动修复，图层保持不变。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>“{name}” has no labels over “{imagery}”. Choose others, or check both coordinate systems.</source>
        <translation>“{name}”在“{imagery}”范围内没有标签。请选择其他标签，或检查两者的坐标系。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>“{name}” holds more than {most} different values, too many for classes. Choose a raster whose values are classes, not measurements.</source>
        <translation>“{name}”含有超过 {most} 个不同的值，作为类别太多。请选择以值表示类别而非测量值的栅格。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>There are {n} classes. Do this raster's values stand for classes?</source>
        <translation>共有 {n} 个类别。此栅格的值是否表示类别？</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>There is one class only, “{name}”. Choose labels of more classes, or say that everything else is background.</source>
        <translation>只有一个类别“{name}”。请选择含更多类别的标签，或说明其余均为背景。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>Class “{name}” covers no pixel: its polygons are smaller than one. Draw larger ones.</source>
        <translation>类别“{name}”没有覆盖任何像元：其多边形小于一个像元。请绘制更大的多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} polygon lies outside the imagery.</source>
        <translation>{n} 个多边形位于影像之外。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} polygons lie outside the imagery.</source>
        <translation>{n} 个多边形位于影像之外。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} polygon has no class and is left out.</source>
        <translation>{n} 个多边形没有类别，将被忽略。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} polygons have no class and are left out.</source>
        <translation>{n} 个多边形没有类别，将被忽略。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>No polygon over the imagery has a class yet. Fill in the class field.</source>
        <translation>影像上的多边形都还没有类别。请填写类别字段。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>It is</source>
        <translation>其余是背景</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>Choose a polygon layer, or press New to draw polygons over the imagery.</source>
        <translation>请选择多边形图层，或按“新建”在影像上绘制多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>Choose the field that holds the class (there are: {listed}).</source>
        <translation>选择存放类别的字段（现有：{listed}）。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>The labelled area lies outside the imagery. Choose another one.</source>
        <translation>标注区域位于影像之外。请选择另一个。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>“{name}” has no polygons yet. Draw some over the imagery.</source>
        <translation>“{name}”还没有多边形。请在影像上绘制一些。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Drawing “{name}”: click the corners; the right button or Return finishes the polygon. 1 to 9 choose another class, Esc ends.</source>
        <translation>正在绘制“{name}”：点击各顶点；右键或回车键完成多边形。按 1 至 9 选择其他类别，按 Esc 结束。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>{n} of {bands}</source>
        <translation>{n} / {bands}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Only the {n} selected polygon</source>
        <translation>仅选中的 {n} 个多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Only the {n} selected polygons</source>
        <translation>仅选中的 {n} 个多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>The raster to learn from and to map: satellite, aerial or geophysical imagery</source>
        <translation>用于学习和制图的栅格：卫星、航空或地球物理影像</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Bands, ground sampling distance, coordinate system and data type of the imagery</source>
        <translation>影像的波段、地面采样距离、坐标参照系和数据类型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Learn from the polygons that are selected in the map, not from the others</source>
        <translation>只用地图中选中的多边形学习，不使用其他多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>The field that holds the class of each polygon: text or whole numbers</source>
        <translation>存放各多边形类别的字段：文本或整数</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Open the sample</source>
        <translation>打开样例</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Make a small scene with polygons and add it to this project</source>
        <translation>生成带多边形的小幅场景，并添加到此工程</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Imagery</source>
        <translation>影像</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Bands</source>
        <translation>波段</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Elsewhere</source>
        <translation>其他位置</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Next: Train</source>
        <translation>下一步：训练</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Go to the Train page</source>
        <translation>转到“训练”页</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>{side} m</source>
        <translation>{side} 米</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Pixel size</source>
        <translation>像元大小</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>No raster in this project yet</source>
        <translation>此工程中尚无栅格</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>own CRS</source>
        <translation>自定义坐标参照系</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>The labels can't be counted: {reason}</source>
        <translation>无法统计标签：{reason}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Load imagery first: drag a GeoTIFF into QGIS, or use Layer ▸ Add Layer.</source>
        <translation>请先加载影像：将 GeoTIFF 拖入 QGIS，或使用“图层 ▸ 添加图层”。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/drawing.py"/>
        <source>The field “{field}” of “{layer}” can't hold “{name}”. Give the class a shorter name.</source>
        <translation>“{layer}”的字段“{field}”存不下“{name}”。请给类别起一个更短的名称。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/drawing.py"/>
        <source>Choose the field of “{layer}” that holds the class first.</source>
        <translation>请先选择“{layer}”中保存类别的字段。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/drawing.py"/>
        <source>The field “{field}” of “{layer}” holds numbers; “{name}” is none. Give the class a number.</source>
        <translation>“{layer}”的字段“{field}”保存数字，而“{name}”不是数字。请用数字表示类别。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/drawing.py"/>
        <source>Polygon of “{name}”</source>
        <translation>“{name}”的多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/drawing.py"/>
        <source>“{name}” can't be edited. Save it as a GeoPackage first: right click ▸ Export ▸ Save Features As.</source>
        <translation>“{name}”无法编辑。请先另存为 GeoPackage：右键 ▸ 导出 ▸ 要素另存为。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>What lies outside the polygons. Unknown: only the polygons count; a dozen will do. Background: inside the area that you choose everything is labelled, and what no polygon covers is background.</source>
        <translation>多边形之外是什么。未知：只计多边形，十几个就够。背景：在所选区域内一切都已标注，没有多边形覆盖之处即为背景。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>Polygons inside which labelling is complete; not the polygons of the classes</source>
        <translation>其内部标注完整的多边形；不是类别多边形本身</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>Again</source>
        <translation>重取</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>Take the rectangle from the map anew</source>
        <translation>重新从地图上取矩形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>The rectangle is outlined on the map.</source>
        <translation>该矩形已在地图上描出。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>is unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>is background in the whole imagery</source>
        <translation>在整个影像中为背景</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>is background in what the map shows now</source>
        <translation>在地图当前显示范围内为背景</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>is background in a rectangle that I draw</source>
        <translation>在我绘制的矩形内为背景</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>is background inside the polygons of…</source>
        <translation>在以下图层的多边形内为背景…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>Draw the rectangle on the map: press, drag, and let go.</source>
        <translation>在地图上绘制矩形：按下、拖动、松开。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>The rectangle lies outside “{name}”. Take it anew.</source>
        <translation>该矩形位于“{name}”之外。请重新选取。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>There is no layer with the labelled area yet. Load one, or choose a rectangle instead.</source>
        <translation>还没有标注区域图层。请加载一个，或改选矩形。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>“{name}” comes from a server and has no end. Draw a rectangle instead.</source>
        <translation>“{name}”来自服务器，没有边界。请改为绘制矩形。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/labels_box.py"/>
        <source>Polygons drawn over the imagery, each with its class, or a raster whose values are classes; any coordinate system will do</source>
        <translation>绘制在影像上的多边形（各有类别），或以像元值表示类别的栅格；任何坐标系均可</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/labels_box.py"/>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/labels_box.py"/>
        <source>Make a polygon layer with the right fields over this imagery, and start drawing</source>
        <translation>在该影像上新建带有所需字段的多边形图层，并开始绘制</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/labels_box.py"/>
        <source>In another place…</source>
        <translation>放在其他位置…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/labels_box.py"/>
        <source>Rasters that hold labels</source>
        <translation>作为标签的栅格</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/live_row.py"/>
        <source>Live map</source>
        <translation>实时地图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/live_row.py"/>
        <source>Map what the canvas shows again after every polygon, with a small model that learns within a second. It is a sketch to draw by, not a trained model.</source>
        <translation>每画一个多边形就重新绘制画布所示范围，由一秒内即可学会的小模型完成。它只是辅助绘制的草图，不是训练好的模型。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/live_row.py"/>
        <source>Update once</source>
        <translation>更新一次</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/live_row.py"/>
        <source>Sketch what the canvas shows now, and not again until you ask</source>
        <translation>现在为画布所示范围绘制草图，之后不再自动更新</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/live_row.py"/>
        <source>What can become of the sketch</source>
        <translation>草图的后续用途</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/live_row.py"/>
        <source>Train a model with these labels</source>
        <translation>用这些标注训练模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/live_row.py"/>
        <source>Save the sketch as a model</source>
        <translation>将草图保存为模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/live_row.py"/>
        <source>Show where it is unsure</source>
        <translation>显示不确定之处</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/new_class_field.py"/>
        <source>Add a class: type its name</source>
        <translation>添加类别：输入名称</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/new_class_field.py"/>
        <source>Name of a further class; Return adds it, and its polygons can be drawn at once</source>
        <translation>新类别的名称；按回车键添加，随即可绘制其多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/new_class_field.py"/>
        <source>Add the class and draw its polygons</source>
        <translation>添加该类别并绘制其多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/pixel_size.py"/>
        <source> m</source>
        <translation> 米</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/pixel_size.py"/>
        <source>This layer is no file: QGIS draws it with pixels of this size before the computing begins</source>
        <translation>该图层不是文件：计算开始前，QGIS 会按此像元大小绘制它</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/scene.py"/>
        <source>A layer that was chosen is no longer in the project. Choose again on the Data page.</source>
        <translation>所选的图层已不在工程中。请在“数据”页重新选择。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/stack_rows.py"/>
        <source>Stack another raster on the imagery, such as elevation or magnetics; it is brought to the first’s grid</source>
        <translation>在影像上叠加另一个栅格，如高程或磁测数据；会转换到第一个栅格的格网</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/stack_rows.py"/>
        <source>Move it up; above all others it gives the grid</source>
        <translation>上移；位于最上方的栅格决定格网</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/stack_rows.py"/>
        <source>Take it out of the stack; the layer stays in the project</source>
        <translation>从叠加中移除；图层仍保留在工程中</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/stack_rows.py"/>
        <source>No other raster in this project</source>
        <translation>工程中没有其他栅格</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/validation_map.py"/>
        <source>training and validation</source>
        <translation>训练与验证</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/validation_map.py"/>
        <source>The map of the parts “{path}” can't be loaded. Make it again with Show map.</source>
        <translation>无法加载划分图“{path}”。请用“显示分布图”重新生成。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/validation_map.py"/>
        <source>Outcrop: splitting the labels</source>
        <translation>Outcrop：正在划分标签</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>① Data</source>
        <translation>① 数据</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>② Train</source>
        <translation>② 训练</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>③ Predict</source>
        <translation>③ 预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>④ Correct</source>
        <translation>④ 修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>⑤ Compare</source>
        <translation>⑤ 比较</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>What to learn from</source>
        <translation>从什么学习</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>How to learn</source>
        <translation>如何学习</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>Where to map</source>
        <translation>在哪里制图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>What is wrong on the map</source>
        <translation>地图上哪里不对</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>How right the map is, and which model is best</source>
        <translation>地图有多准，哪个模型最好</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>Settings of Outcrop</source>
        <translation>Outcrop 设置</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>There are no corrections to learn from yet. Correct a map of this imagery first.</source>
        <translation>尚无可学习的改正。请先改正该影像的地图。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>New training layer: {path}</source>
        <translation>新建训练图层：{path}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>Place of the new training layer</source>
        <translation>新训练图层的位置</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>Predict canvas extent</source>
        <translation>预测画布范围</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>A prediction runs already. Wait for its end, or cancel it.</source>
        <translation>已有预测在运行。请等待其结束，或取消它。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/environment_panel.py"/>
        <source>First steps: what Outcrop does, and a sample to try it on</source>
        <translation>入门：Outcrop 的用途，以及可供试用的样例</translation>
    </message>
    <message>
        <location filename="../../ui/dock/environment_panel.py"/>
        <source>Outcrop is ready to compute.</source>
        <translation>Outcrop 已可以开始计算。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/live_control.py"/>
        <source>Choose imagery and polygons first.</source>
        <translation>请先选择影像和多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/live_control.py"/>
        <source>This view of “{name}” has {n} pixels to fetch, too many for a sketch. Zoom in, or choose larger pixels.</source>
        <translation>“{name}”的此视图需获取 {n} 个像元，对草图而言过多。请放大，或选择更大的像元。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Outcrop: {model}</source>
        <translation>Outcrop：{model}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Card of “{model}”</source>
        <translation>“{model}”的卡片</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>&amp;Notes</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>What you want to remember of this model; kept in its file</source>
        <translation>关于该模型您想记下的内容；保存在模型文件中</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Where it works, where it doesn’t, what to try next…</source>
        <translation>在哪里有效，在哪里无效，下一步可尝试什么…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Close this window</source>
        <translation>关闭此窗口</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>&amp;Save notes</source>
        <translation>保存备注(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Write the notes into the model file</source>
        <translation>将备注写入模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Open in &amp;browser</source>
        <translation>在浏览器中打开(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Show the card in the web browser, to print or to send on</source>
        <translation>在网页浏览器中显示模型卡片，便于打印或转发</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Training &amp;map</source>
        <translation>训练分布图(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Show which pixels it was trained on and which were held back, as a layer</source>
        <translation>以图层显示哪些像元用于训练、哪些留出</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>mIoU on the same {pixels} pixels of {n} polygon, none of which these models learned from.</source>
        <translation>在这些模型都未学习过的 {n} 个多边形的相同 {pixels} 个像元上的 mIoU。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>mIoU on the same {pixels} pixels of {n} polygons, none of which these models learned from.</source>
        <translation>在这些模型都未学习过的 {n} 个多边形的相同 {pixels} 个像元上的 mIoU。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>So few polygons are no measure: draw some in new places, and compare again.</source>
        <translation>多边形太少，不足为据：请在新的地方再画一些，然后重新比较。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>mIoU on the same {n} labelled pixels, none of which these models learned from.</source>
        <translation>在这些模型都未学习过的相同 {n} 个标注像元上的 mIoU。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>Outcrop: comparing models</source>
        <translation>Outcrop：比较模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>Choose imagery and polygons on the Data page first: models are compared on them.</source>
        <translation>请先在“数据”页选择影像和多边形：模型在其上比较。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>Models are compared on imagery from files only.</source>
        <translation>只能在来自文件的影像上比较模型。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>There are no two models that fit this imagery yet. Train another one first.</source>
        <translation>还没有两个适用于该影像的模型。请先再训练一个。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/file_task.py"/>
        <source>“{file}” can't be read or written: {reason}. Check that its disk is there and has room.</source>
        <translation>无法读写“{file}”：{reason}。请检查其所在磁盘是否可用且有剩余空间。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/file_task.py"/>
        <source>This failed in a way that wasn't foreseen. Try again. It said: {error}</source>
        <translation>出现了意料之外的错误。请重试。错误信息：{error}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>Export as ONNX</source>
        <translation>导出为 ONNX</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>Outcrop: exporting {model}</source>
        <translation>Outcrop：正在导出 {model}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>Outcrop: importing {name}</source>
        <translation>Outcrop：正在导入 {name}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>Import {name}</source>
        <translation>导入 {name}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>Try again with these answers</source>
        <translation>用这些回答重试</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>Leave the file where it is</source>
        <translation>文件保留在原处</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>The model was exported to “{file}”.</source>
        <translation>模型已导出到“{file}”。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>A training run of {moment} goes on in another process, at epoch {epoch} of {epochs}.</source>
        <translation>{moment} 开始的训练正在另一个进程中进行，第 {epoch} 轮，共 {epochs} 轮。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>A training run of {moment} was interrupted at epoch {epoch} of {epochs}.</source>
        <translation>{moment} 开始的训练在第 {epoch} 轮中断，共 {epochs} 轮。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>best mIoU {value}</source>
        <translation>最佳 mIoU {value}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>Resume</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>Go on from where it was interrupted; it ends as if it never had been</source>
        <translation>从中断处继续；结果与从未中断时相同</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>Keep best</source>
        <translation>保留最佳</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>Make a model file of the best epoch, and end the training</source>
        <translation>用最佳轮次生成模型文件，并结束训练</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>Discard: delete what the training has left</source>
        <translation>放弃：删除该训练留下的内容</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>Watch</source>
        <translation>查看</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>See its curves here; it goes on wherever it was started</source>
        <translation>在此查看其曲线；训练仍在原处进行</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>{n} more run was found.</source>
        <translation>另外找到 {n} 次训练。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>{n} more runs were found.</source>
        <translation>另外找到 {n} 次训练。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_entries.py"/>
        <source>mIoU {value} on the pixels it learned from, which flatters it</source>
        <translation>在其学习过的像元上 mIoU 为 {value}，该值偏高</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_entries.py"/>
        <source>mIoU {value} on pixels held back ({pixels} pixels, {n} polygon)</source>
        <translation>留出像元上的 mIoU {value}（{pixels} 个像元，{n} 个多边形）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_entries.py"/>
        <source>mIoU {value} on pixels held back ({pixels} pixels, {n} polygons)</source>
        <translation>留出像元上的 mIoU {value}（{pixels} 个像元，{n} 个多边形）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_entries.py"/>
        <source>{figure}, too few to be a measure</source>
        <translation>{figure}，太少，不足为据</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_entries.py"/>
        <source>mIoU {value} on pixels held back ({pixels} pixels)</source>
        <translation>留出像元上的 mIoU {value}（{pixels} 个像元）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_entries.py"/>
        <source>{model}, trained at {size} m</source>
        <translation>{model}，训练时像元大小 {size} 米</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_entries.py"/>
        <source>Classes: {classes}</source>
        <translation>类别：{classes}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Delete the model “{name}” for good? Layers that were made with it stay.

{path}</source>
        <translation>永久删除模型“{name}”吗？用它生成的图层会保留。

{path}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Model files</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>What can be done with the model that is selected</source>
        <translation>可对所选模型进行的操作</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Show card</source>
        <translation>显示卡片</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Read where the model comes from and how good it is</source>
        <translation>查看模型的来源及其精度</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Give the model another name; its file keeps its own</source>
        <translation>为模型另起名称；文件名不变</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Delete the model file; asks first</source>
        <translation>删除模型文件；会先询问</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Open the folder that holds the model file</source>
        <translation>打开模型文件所在的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Export as ONNX…</source>
        <translation>导出为 ONNX…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Write the model for other programs, such as Deepness or ONNX Runtime</source>
        <translation>将模型写成供其他程序（如 Deepness 或 ONNX Runtime）使用的格式</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Copy model files into your folder; they can be dropped on the list too</source>
        <translation>将模型文件复制到您的文件夹；也可以拖放到列表中</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Measure the checked models, or all that fit, on the same pixels that none has learned from</source>
        <translation>在任何模型都未学习过的相同像元上评估勾选的（或所有适用的）模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Trainings…</source>
        <translation>训练记录…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>See every training, finished or not, and how it went</source>
        <translation>查看每次训练（无论是否完成）及其过程</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Rename model</source>
        <translation>重命名模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Name of the model:</source>
        <translation>模型名称：</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Import models</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Outcrop: writing {name}</source>
        <translation>Outcrop：正在写入 {name}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>“{path}” can't be deleted: {reason}. Close what uses it, and try again.</source>
        <translation>无法删除“{path}”：{reason}。请关闭正在使用它的程序后重试。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>“{name}” can't be imported. Choose model files that end with {suffix} or {other}.</source>
        <translation>无法导入“{name}”。请选择以 {suffix} 或 {other} 结尾的模型文件。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_list.py"/>
        <source>Press Compare to measure models on the same pixels; figures of other pixels can't be compared.</source>
        <translation>按“比较”在相同像元上评估模型；不同像元上的数字不可比。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_list.py"/>
        <source>Your model files, the newest first. All that are checked run, one after another.</source>
        <translation>您的模型文件，最新的在前。所有勾选的模型会依次运行。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_list.py"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_list.py"/>
        <source>mIoU</source>
        <translation>mIoU</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Tiles it has not learned from: imagery, labels, prediction</source>
        <translation>模型未学习过的图块：影像、标签、预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Recipe</source>
        <translation>方案</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Epochs done</source>
        <translation>已完成轮次</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Best mIoU</source>
        <translation>最佳 mIoU</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Model file</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_watch.py"/>
        <source>The training that was watched is finished.</source>
        <translation>所查看的训练已完成。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_watch.py"/>
        <source>The training that was watched has ended without a model.</source>
        <translation>所查看的训练已结束，没有产生模型。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>Every training in the work folder, the newest first</source>
        <translation>工作文件夹中的所有训练，最新的在前</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>Trainings</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>Outcrop: Trainings</source>
        <translation>Outcrop：训练记录</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>There is no training in the work folder yet.</source>
        <translation>工作文件夹中还没有训练。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>How the selected training went</source>
        <translation>所选训练的过程</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>&amp;Keep best</source>
        <translation>保留最佳(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>Show in &amp;folder</source>
        <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>Open the folder with its log, measures, checkpoints and sample tiles</source>
        <translation>打开包含日志、指标、检查点和样例图块的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>Delete the training's folder; its model file stays. Asks first</source>
        <translation>删除该训练的文件夹；其模型文件会保留。删除前会询问</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/map_opacity.py"/>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/map_opacity.py"/>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/map_opacity.py"/>
        <source>How much of “{map}” covers the imagery</source>
        <translation>“{map}”遮盖影像的程度</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/model_queue.py"/>
        <source>{n} of {count}</source>
        <translation>{n} / {count}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/model_queue.py"/>
        <source>{time} left</source>
        <translation>剩余{time}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/model_queue.py"/>
        <source>starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>This covers {n} pixels: {costs}. Predict all of it?</source>
        <translation>这将覆盖 {n} 个像元：{costs}。全部预测吗？</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>{n} pixels</source>
        <translation>{n} 像元</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>at most {n} pixels</source>
        <translation>最多 {n} 像元</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>{size} · {time}</source>
        <translation>{size} · {time}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>{n} tiles to fetch from the server</source>
        <translation>需从服务器获取 {n} 个图块</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>up to {n} GB on the disk</source>
        <translation>最多占用 {n} GB 磁盘空间</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>“{imagery}” has pixels of {size} m, “{model}” learned from pixels of {trained} m and may find little again. Resample the imagery, or train on it.</source>
        <translation>“{imagery}”的像元大小为 {size} 米，而“{model}”是用 {trained} 米的像元学习的，可能识别不到多少目标。请对影像重采样，或用该影像训练。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>hours on most machines</source>
        <translation>在多数计算机上需数小时</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Check the model to predict with.</source>
        <translation>请勾选用于预测的模型。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>The raster to map; it needs the bands that the model was trained on</source>
        <translation>要制图的栅格；需包含模型训练时所用的波段</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Draw what is merely the rest not at all, so that the imagery shows; it stays in the data</source>
        <translation>不绘制仅表示其余部分的类别，以便看到影像；数据中仍保留</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Also make</source>
        <translation>同时生成</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Canvas extent</source>
        <translation>画布范围</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Whole layer</source>
        <translation>整个图层</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Polygons of a layer</source>
        <translation>图层中的多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Selected polygons</source>
        <translation>选中的多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>The part of the imagery to map: what the map canvas shows, all of it, or polygons</source>
        <translation>要制图的部分：地图画布显示的范围、整幅影像或多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Only what its polygons cover is mapped; any coordinate system will do</source>
        <translation>只对其多边形覆盖的部分制图；可为任意坐标参照系</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Resample the imagery</source>
        <translation>对影像重采样</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Look at the imagery at the pixel size that the model learned from; the map gets that size too</source>
        <translation>按模型学习时的像元大小查看影像；结果图也采用该像元大小</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Open the folder with your model files</source>
        <translation>打开存放模型文件的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Click on the map to see what the checked models make of a square around the click; Esc ends it</source>
        <translation>在地图上单击，查看勾选的模型对单击处周围方形区域的预测；按 Esc 结束</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Stop the prediction; layers that are finished stay</source>
        <translation>停止预测；已完成的图层会保留</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Map the chosen part with every model that is checked</source>
        <translation>用所有勾选的模型对所选范围制图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>More Settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Tiles, engine and other settings that seldom need a change</source>
        <translation>图块、推理引擎等很少需要更改的设置</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Leave {names} transparent</source>
        <translation>{names} 设为透明</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>There are no models yet. The one that is being trained will be listed here.</source>
        <translation>还没有模型。正在训练的模型完成后会列在这里。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>There are no models yet. Train one on the Train page.</source>
        <translation>还没有模型。请在“训练”页训练一个。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>“{model}” doesn't fit: {obstacle}</source>
        <translation>“{model}”不适用：{obstacle}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Load or draw a polygon layer first: what it covers is mapped.</source>
        <translation>请先加载或绘制多边形图层：只对它覆盖的部分制图。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>Outcrop: predicting with {model}</source>
        <translation>Outcrop：正在用 {model} 预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>{map}, so far</source>
        <translation>{map}（进行中）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>Finished, but not with {models}. The rest lies in the group above the imagery.</source>
        <translation>已完成，但 {models} 除外。其余结果位于影像上方的图层组中。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>The prediction of “{imagery}” is finished, but its project was closed. It is in “{file}”.</source>
        <translation>“{imagery}”的预测已完成，但其工程已关闭。结果在“{file}”中。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>Add to this project</source>
        <translation>添加到此工程</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>Nothing is chosen to predict.</source>
        <translation>未选择要预测的范围。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>{model}: {reason}</source>
        <translation>{model}：{reason}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>The prediction was cancelled.</source>
        <translation>预测已取消。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>Finished: the prediction lies in the group above the imagery.</source>
        <translation>完成：预测结果位于影像上方的图层组中。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction_job.py"/>
        <source>The polygon layer is no longer in the project. Choose again where to map.</source>
        <translation>多边形图层已不在工程中。请重新选择制图范围。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/preview.py"/>
        <source>Outcrop: preview with {model}</source>
        <translation>Outcrop：正在用 {model} 预览</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/preview.py"/>
        <source>Preview · {model}</source>
        <translation>预览 · {model}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/preview.py"/>
        <source>Click on the map; Esc ends the preview.</source>
        <translation>请在地图上单击；按 Esc 结束预览。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/preview.py"/>
        <source>Computing the preview…</source>
        <translation>正在计算预览…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/preview.py"/>
        <source>preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/preview.py"/>
        <source>Preview shown. Click elsewhere to move it; Esc takes it away.</source>
        <translation>已显示预览。单击其他位置可移动，按 Esc 可移除。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/settings_dialog.py"/>
        <source>Outcrop: Settings</source>
        <translation>Outcrop：设置</translation>
    </message>
    <message>
        <location filename="../../ui/dock/settings_dialog.py"/>
        <source>Environment…</source>
        <translation>环境…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/settings_dialog.py"/>
        <source>Repair, remove or look at what computes: the packages in Outcrop's own folder</source>
        <translation>修复、移除或查看计算环境：Outcrop 自己文件夹中的软件包</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/curves.py"/>
        <source>Left: the loss, which training makes small. Right: mIoU on the pixels held back, the mean share by which prediction and labels overlap; 1 is perfect.</source>
        <translation>左：损失，训练使其减小。右：留出像元上的 mIoU，即预测与标签重叠部分的平均占比；1 为完全一致。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/curves.py"/>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/curves.py"/>
        <source>step {x}: loss {y}</source>
        <translation>第 {x} 步：损失 {y}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/curves.py"/>
        <source>epoch {x}: mIoU {y}</source>
        <translation>第 {x} 轮：mIoU {y}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/found_runs.py"/>
        <source>Delete what the training “{name}” has left, checkpoints and log? It can't be resumed then.</source>
        <translation>删除训练“{name}”留下的检查点和日志吗？删除后无法继续该训练。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/found_runs.py"/>
        <source>Delete the folder of the training “{name}”, its log, measures and sample tiles? Its model stays.</source>
        <translation>要删除训练“{name}”的文件夹（日志、指标和样例图块）吗？其模型会保留。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/offers.py"/>
        <source>Hardly trained: {done} of {epochs} epochs in {spent}. Go on for {more}?</source>
        <translation>几乎没有训练：{spent}内只完成 {done} / {epochs} 轮。再继续{more}？</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/offers.py"/>
        <source>{n} band has no data where the polygons lie.</source>
        <translation>有 {n} 个波段在多边形处没有数据。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/offers.py"/>
        <source>{n} bands have no data where the polygons lie.</source>
        <translation>有 {n} 个波段在多边形处没有数据。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/offers.py"/>
        <source>Leave out</source>
        <translation>去除</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/offers.py"/>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>Where to start: every training choice at once. All of them can be changed below.</source>
        <translation>从哪里开始：一次确定所有训练设置。下面可更改其中任何一项。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>The network, or the classifier of single pixels, to train</source>
        <translation>要训练的网络，或逐像元分类器</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>What the network knows at the beginning: nothing, what was learned on other pictures, or what one of your models of the same kind and bands has learned</source>
        <translation>网络开始时已知的内容：从零开始、在其他图像上学到的权重，或您的同类同波段模型学到的权重</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>When training ends at the latest; the best model by then is kept</source>
        <translation>训练最迟何时结束；保留到那时为止的最佳模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>All Settings</source>
        <translation>全部设置</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>Every choice of the recipe; what you change is shown in bold</source>
        <translation>方案的所有设置；您更改过的以粗体显示</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>Scratch</source>
        <translation>从零开始</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>all epochs, however long</source>
        <translation>完成所有轮次，不限时间</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>Classifiers of single pixels</source>
        <translation>逐像元分类器</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>my model “{name}”</source>
        <translation>我的模型“{name}”</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_texts.py"/>
        <source>Looking for pretrained weights</source>
        <translation>正在查找预训练权重</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_texts.py"/>
        <source>Rasterising the labels</source>
        <translation>正在栅格化标签</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_texts.py"/>
        <source>Calibrating the probabilities</source>
        <translation>正在校准概率</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_texts.py"/>
        <source>Looking at the imagery's values</source>
        <translation>正在查看影像取值</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_texts.py"/>
        <source>Measuring on what is held back</source>
        <translation>正在留出部分上评估</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_texts.py"/>
        <source>Keeping the best epoch</source>
        <translation>正在保留最佳轮次</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_texts.py"/>
        <source>Measuring the margin</source>
        <translation>正在测量边距</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_texts.py"/>
        <source>Writing the model</source>
        <translation>正在写入模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_texts.py"/>
        <source>Gathering training pixels</source>
        <translation>正在收集训练像元</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_texts.py"/>
        <source>Fitting the classifier</source>
        <translation>正在拟合分类器</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_texts.py"/>
        <source>Validating</source>
        <translation>正在验证</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_texts.py"/>
        <source>Epoch {epoch}, step {step} of {steps}</source>
        <translation>第 {epoch} 轮，第 {step} / {steps} 步</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Epoch {epoch} of {epochs} · mIoU {miou} (best {best} at {best_epoch})</source>
        <translation>第 {epoch} 轮，共 {epochs} 轮 · mIoU {miou}（最佳 {best}，第 {best_epoch} 轮）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>How far the training is; the best model so far can be kept at any time</source>
        <translation>训练进行到何处；目前最佳的模型随时可以保留</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Stop at once and leave no model file</source>
        <translation>立即停止，不保留模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Leave the processor to others for a while</source>
        <translation>暂时让出处理器供其他程序使用</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Stop and keep best</source>
        <translation>停止并保留最佳</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>End training now and keep the best model so far</source>
        <translation>立即结束训练，保留目前最佳的模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Stop watching</source>
        <translation>停止查看</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>The training goes on in the other process</source>
        <translation>训练在另一个进程中继续进行</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Finishing: the best model so far is being written…</source>
        <translation>正在结束：写入目前最佳的模型…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Paused. </source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/sample_tiles.py"/>
        <source>Sample tiles</source>
        <translation>样本图块</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/sample_tiles.py"/>
        <source>Tiles that the model has not learned from, best epoch so far: imagery, labels, prediction. White is not labelled. Click to see all of them.</source>
        <translation>模型未学习过的图块（目前最佳轮次）：影像、标签、预测。白色为未标注。单击查看全部。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/sample_tiles.py"/>
        <source>imagery</source>
        <translation>影像</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/sample_tiles.py"/>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/sample_tiles.py"/>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Where the network is computed</source>
        <translation>网络在哪里计算</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Start from</source>
        <translation>起点</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Stop after</source>
        <translation>最长时间</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>How long an epoch of this model took on this machine the last time tells</source>
        <translation>由该模型上次在本机上一轮的用时推算</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Show map</source>
        <translation>显示分布图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Show which labelled pixels train and which are held back, as a layer</source>
        <translation>以图层显示哪些标注像元用于训练、哪些留出</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Start training; QGIS stays free for other work</source>
        <translation>开始训练；QGIS 仍可用于其他工作</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Map what the canvas shows with the model that was just trained</source>
        <translation>用刚训练好的模型对画布范围制图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Automatic: the GPU if there is one</source>
        <translation>自动：有 GPU 时使用 GPU</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>On the Data page: {obstacle}</source>
        <translation>“数据”页：{obstacle}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>Finished: “{name}”, {measured}.</source>
        <translation>完成：“{name}”，{measured}。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>{model} · {moment}</source>
        <translation>{model} · {moment}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>“{name}” goes on in another window by now. Watch it here, or stop it there.</source>
        <translation>“{name}”此时正在另一个窗口中继续训练。请在此处查看其进展，或在那里停止它。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>Outcrop: training {model}</source>
        <translation>Outcrop：正在训练 {model}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>The folder of this training is gone: {folder}. Train again.</source>
        <translation>此次训练的文件夹已不存在：{folder}。请重新训练。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>Outcrop: resuming {model}</source>
        <translation>Outcrop：正在继续训练 {model}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>Training was cancelled.</source>
        <translation>训练已取消。</translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"/>
        <source>Outcrop computes outside QGIS, in a Python with PyTorch of its own. Set it up once: about 1.5 GB, in your user data folder. Nothing in QGIS changes.</source>
        <translation>Outcrop 在 QGIS 之外、带有 PyTorch 的独立 Python 中计算。只需设置一次：约 1.5 GB，位于您的用户数据文件夹。QGIS 不会有任何改变。</translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"/>
        <source>The computing environment in “{folder}” is damaged: {what} is missing. Repair it in Outcrop's dock.</source>
        <translation>“{folder}”中的计算环境已损坏：缺少 {what}。请在 Outcrop 面板中修复。</translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"/>
        <source>This version of Outcrop needs a newer computing environment than the one in “{folder}”. Renew it in Outcrop's dock.</source>
        <translation>此版本的 Outcrop 需要比“{folder}”中更新的计算环境。请在 Outcrop 面板中更新。</translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"/>
        <source>The computing environment isn't finished. Go on with setting it up in Outcrop's dock.</source>
        <translation>计算环境尚未设置完成。请在 Outcrop 面板中继续设置。</translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"/>
        <source>The Python “{path}”, named in {where}, is gone or can't be run. Choose another one.</source>
        <translation>{where}中指定的 Python“{path}”已不存在或无法运行。请另选一个。</translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"/>
        <source>the settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Outcrop: First steps</source>
        <translation>Outcrop：入门</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>To compute, Outcrop needs its environment first: once, with one click.</source>
        <translation>要进行计算，Outcrop 首先需要计算环境：只需一次，单击即可。</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Close this window; the [?] of the dock opens it again</source>
        <translation>关闭此窗口；可用面板的 [?] 再次打开</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Choose imagery: any raster with any bands, elevation or geophysics beside it.</source>
        <translation>选择影像：任意波段的任意栅格，还可加上高程或地球物理数据。</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Draw a few polygons of every class that you want to find.</source>
        <translation>为要查找的每个类别绘制几个多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Train. QGIS stays free; stop when the curve is good enough and keep the best.</source>
        <translation>训练。QGIS 仍可用于其他工作；曲线够好时即可停止，并保留最佳模型。</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Predict what the canvas shows. The map arrives styled beside the imagery.</source>
        <translation>预测画布显示的范围。结果图已设好样式，位于影像旁边。</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Draw over what is wrong, and train again. Each round gets better.</source>
        <translation>在有错的地方补画多边形，再次训练。每一轮都会更好。</translation>
    </message>
    <message>
        <location filename="../../ui/launcher.py"/>
        <source>The folder “{folder}” can't be made: {reason}. Choose another one in the settings.</source>
        <translation>无法建立文件夹“{folder}”：{reason}。请在设置中选择其他文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/class_style.py"/>
        <source>no class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>The map shows nothing of “{name}”. Zoom to it, or choose the whole layer.</source>
        <translation>地图上没有显示“{name}”。请缩放到该图层，或选择整个图层。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>“{name}” holds complex values, as radar images before detection do. Make a raster of their amplitude first: Raster ▸ Miscellaneous ▸ Raster calculator of GDAL with abs(A).</source>
        <translation>“{name}”含有复数值，检波前的雷达影像就是这样。请先生成其振幅栅格：栅格 ▸ 杂项 ▸ GDAL 栅格计算器，公式为 abs(A)。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>“{name}” is placed by control points or a sensor model, not by a grid, so its pixels have no place yet. Warp it first: Raster ▸ Projections ▸ Warp (Reproject).</source>
        <translation>“{name}”由控制点或传感器模型定位，而不是由格网定位，因此其像元还没有确定的位置。请先进行变换：栅格 ▸ 投影 ▸ 变换（重投影）。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>“{name}” can't be read. Check that its file is there and whole.</source>
        <translation>无法读取“{name}”。请检查其文件是否存在且完整。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>“{name}” has no coordinate system. Set it first: right click ▸ Layer CRS ▸ Set Layer CRS.</source>
        <translation>“{name}”没有坐标参照系。请先设置：右键 ▸ 图层坐标参照系 ▸ 设置图层坐标参照系。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>“{name}” has one pixel only; there is nothing to learn from.</source>
        <translation>“{name}”只有一个像元，无从学习。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>The file of “{name}” is gone or damaged: {path}. Check that it is there and whole.</source>
        <translation>“{name}”的文件已丢失或损坏：{path}。请检查文件是否存在且完整。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>“{name}” comes from a server. Save it as a GeoTIFF first: right click ▸ Export ▸ Save As.</source>
        <translation>“{name}”来自服务器。请先另存为 GeoTIFF：右键 ▸ 导出 ▸ 另存为。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery_stack.py"/>
        <source>A raster of “{name}” is no longer in the project. Choose the imagery again.</source>
        <translation>“{name}”的一个栅格已不在工程中。请重新选择影像。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery_stack.py"/>
        <source>“{other}” doesn't overlap “{first}”. Stack rasters of the same place, or check their coordinate systems.</source>
        <translation>“{other}”与“{first}”不重叠。请叠加同一地点的栅格，或检查它们的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/layer_menu.py"/>
        <source>Predict with…</source>
        <translation>用模型预测…</translation>
    </message>
    <message>
        <location filename="../../ui/layers/layer_menu.py"/>
        <source>To polygons…</source>
        <translation>转为多边形…</translation>
    </message>
    <message>
        <location filename="../../ui/layers/layer_menu.py"/>
        <source>Measure…</source>
        <translation>评估…</translation>
    </message>
    <message>
        <location filename="../../ui/layers/places.py"/>
        <source>The polygons of “{name}” lie outside “{imagery}”.</source>
        <translation>“{name}”的多边形位于“{imagery}”之外。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/places.py"/>
        <source>No polygon of “{name}” is selected. Select some on the map.</source>
        <translation>“{name}”中没有选中多边形。请在地图上选择。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/places.py"/>
        <source>There is no “{name}” here. Click on the imagery.</source>
        <translation>此处没有“{name}”。请在影像上单击。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/places.py"/>
        <source>“{name}” has no polygons yet. Draw some.</source>
        <translation>“{name}”还没有多边形。请绘制一些。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/polygons.py"/>
        <source>The polygons have no field “{field}”. Choose the field that holds the class (it has: {listed}).</source>
        <translation>多边形没有字段“{field}”。请选择存放类别的字段（现有：{listed}）。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/polygons.py"/>
        <source>The polygons of “{name}” can't be written to “{path}”: {error}. Free some disk space, or choose another work folder in the settings.</source>
        <translation>无法将“{name}”的多边形写入“{path}”：{error}。请释放一些磁盘空间，或在设置中另选工作文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/polygons.py"/>
        <source>“{name}” has no fields. Add one that holds the class of each polygon.</source>
        <translation>“{name}”没有字段。请添加一个存放各多边形类别的字段。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/polygons.py"/>
        <source>“{name}” can't be used as labelled area: it can't be read or has no coordinate system. Choose another one, or set it: right click ▸ Layer CRS ▸ Set Layer CRS.</source>
        <translation>“{name}”不能用作标注区域：它无法读取或没有坐标系。请另选图层，或设置坐标系：右键 ▸ 图层 CRS ▸ 设置图层 CRS。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/polygons.py"/>
        <source>it isn't whole</source>
        <translation>文件不完整</translation>
    </message>
    <message>
        <location filename="../../ui/layers/predictions.py"/>
        <source>probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <location filename="../../ui/layers/predictions.py"/>
        <source>uncertainty</source>
        <translation>不确定性</translation>
    </message>
    <message>
        <location filename="../../ui/layers/predictions.py"/>
        <source>Outcrop · {imagery}</source>
        <translation>Outcrop · {imagery}</translation>
    </message>
    <message>
        <location filename="../../ui/layers/predictions.py"/>
        <source>The prediction “{path}” can't be loaded. Check that the file is there.</source>
        <translation>无法加载预测结果“{path}”。请检查文件是否存在。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>Parts of “{name}” couldn't be fetched{reason}; they stay empty.</source>
        <translation>“{name}”的部分内容无法获取{reason}；这些部分留空。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>The polygons lie so far apart that {n} tiles of “{imagery}” are between them. Choose larger pixels, or learn from selected polygons.</source>
        <translation>多边形相距太远，其间有“{imagery}”的 {n} 个图块。请选择更大的像元，或仅用选中的多边形学习。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>Fetching “{name}”</source>
        <translation>正在获取“{name}”</translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>“{name}” shows nothing here{reason}. Check the connection, or choose larger pixels.</source>
        <translation>“{name}”在此处没有内容{reason}。请检查网络连接，或选择更大的像元。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>The job was stopped.</source>
        <translation>任务已停止。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/whole_layer.py"/>
        <source>“{name}” can't be copied for the worker: {error}.</source>
        <translation>无法为计算进程复制“{name}”：{error}。</translation>
    </message>
    <message>
        <location filename="../../ui/live/live_map.py"/>
        <source>A sketch, not a trained model: learned from {n} labelled pixels in {seconds} s. Hold U on the map to see where it is unsure.</source>
        <translation>这是草图，不是训练好的模型：由 {n} 个标注像元学得，用时 {seconds} 秒。在地图上按住 U 可查看不确定之处。</translation>
    </message>
    <message>
        <location filename="../../ui/live/live_map.py"/>
        <source>Outcrop: live map</source>
        <translation>Outcrop：实时地图</translation>
    </message>
    <message>
        <location filename="../../ui/live/sketch_layer.py"/>
        <source>sure</source>
        <translation>确定</translation>
    </message>
    <message>
        <location filename="../../ui/live/sketch_layer.py"/>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <location filename="../../ui/live/sketch_layer.py"/>
        <source>Live map (a sketch)</source>
        <translation>实时地图（草图）</translation>
    </message>
    <message>
        <location filename="../../ui/live/sketch_layer.py"/>
        <source>sketch</source>
        <translation>草图</translation>
    </message>
    <message>
        <location filename="../../ui/live/view.py"/>
        <source>The map's view lies outside the imagery. Move the map to the imagery.</source>
        <translation>地图视图在影像之外。请将地图移到影像处。</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Outcrop: Details</source>
        <translation>Outcrop：详细信息</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>What was printed before it failed</source>
        <translation>失败之前的输出</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Copy the message and the details to the clipboard</source>
        <translation>将消息和详细信息复制到剪贴板</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/after_prediction.py"/>
        <source>A raster of classes that Outcrop has predicted; it carries its legend.</source>
        <translation>Outcrop 预测得到的类别栅格；其中带有图例。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/after_prediction.py"/>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>Apply corrections</source>
        <translation>应用修正</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>Writes a copy of a prediction with the corrections of a session in it, as a cloud-optimised GeoTIFF with style, attribute table and a note of what was applied. They are applied in the order they were made: where two lie on the same pixel, the later one counts; what was undone doesn't.
The prediction itself stays as it is.</source>
        <translation>将一个会话中的修正写入预测结果的副本，输出为云优化 GeoTIFF，带有样式、属性表以及所应用修正的说明。修正按其先后顺序应用：同一像元上有两个修正时以后者为准；已撤销的修正不计入。
预测结果本身保持不变。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>correct edit burn session overlay</source>
        <translation>修正 编辑 烧录 会话 叠加</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>{session} · applied</source>
        <translation>{session} · 已应用</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>What is corrected; empty takes the prediction that the session was made on.</source>
        <translation>被修正的预测结果；留空则使用该会话所针对的预测结果。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>The same pixels with the corrections.</source>
        <translation>相同像元，已应用修正。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>Number of corrections</source>
        <translation>修正数量</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>Number of pixels changed</source>
        <translation>改变的像元数量</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>Corrected prediction</source>
        <translation>修正后的预测结果</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>Centre lines of linear features</source>
        <translation>线状地物的中心线</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>Draws the middle lines of one class of a prediction, such as dikes, faults or roads, with their length and mean width in metres and their strike in degrees clockwise from the grid's north.</source>
        <translation>绘制预测结果中某一类别（如岩脉、断层或道路）的中线，并给出长度和平均宽度（米）以及走向（自格网北起顺时针的度数）。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>skeleton dike lineament strike width medial axis</source>
        <translation>中心线 骨架 岩脉 线性构造 skeleton dike lineament strike width medial axis</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>{prediction} · centre lines</source>
        <translation>{prediction} · 中心线</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>Name of the class whose features are linear.</source>
        <translation>线状地物所属类别的名称。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>Lines with length and width in m and strike in degrees.</source>
        <translation>线要素，含长度和宽度（米）及走向（度）。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>Number of lines</source>
        <translation>线的数量</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>Centre lines</source>
        <translation>中心线</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/clean_prediction.py"/>
        <source>Clean up a prediction</source>
        <translation>清理预测结果</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/clean_prediction.py"/>
        <source>Takes speckle, thin spurs and small patches out of a predicted class raster. In this order: opening and closing of single classes, the majority around every pixel, and patches below an area, which go to their largest neighbour.
Legend, colours and style are kept. A raster of any size is worked through in the same memory.</source>
        <translation>去除预测类别栅格中的噪点、细小毛刺和小图斑。依次进行：对单个类别作开运算和闭运算，取每个像元周围的众数，以及将小于某一面积的图斑并入最大的相邻图斑。
保留图例、颜色和样式。无论栅格多大，占用的内存都相同。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/clean_prediction.py"/>
        <source>sieve majority morphology opening closing generalise filter</source>
        <translation>后处理 众数滤波 形态学 sieve majority morphology opening closing generalise filter</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/clean_prediction.py"/>
        <source>{prediction} · cleaned</source>
        <translation>{prediction} · 清理后</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/clean_prediction.py"/>
        <source>The same classes on the same pixels.</source>
        <translation>像元不变，类别不变。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/clean_prediction.py"/>
        <source>Cleaned prediction</source>
        <translation>清理后的预测结果</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/corrections_to_labels.py"/>
        <source>Labels from corrections</source>
        <translation>由修正生成标注</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/corrections_to_labels.py"/>
        <source>Writes the corrections of a session as polygons with their class, to train on: each with the tool, the time, the user, the model and the prediction that it comes from.
No two of them overlap: where two corrections lie on the same pixel, the later one counts. What was undone, given back to the prediction or made nodata is left out.</source>
        <translation>将一个会话的修正写为带类别的多边形，用于训练：每个多边形都带有来源工具、时间、用户、模型和预测结果。
多边形互不重叠：同一像元上有两个修正时以后者为准。已撤销、恢复为预测结果或设为无数据的部分不包括在内。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/corrections_to_labels.py"/>
        <source>correct training polygons session active learning</source>
        <translation>修正 训练 多边形 会话 主动学习</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/corrections_to_labels.py"/>
        <source>{session} · labels</source>
        <translation>{session} · 标注</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/corrections_to_labels.py"/>
        <source>Polygons along pixel borders; the field “class” holds their class.</source>
        <translation>沿像元边界的多边形；字段“class”保存其类别。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/corrections_to_labels.py"/>
        <source>Number of polygons</source>
        <translation>多边形数量</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>Polygons from a prediction</source>
        <translation>预测结果转多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>Draws the classes of a prediction as polygons with their area and perimeter in metres. Borders between classes are simplified and smoothed on both sides alike, so that no gaps and no overlaps arise.</source>
        <translation>将预测结果的各类别绘制为多边形，并给出面积（平方米）和周长（米）。类别之间的边界两侧同时简化和平滑，因此不会产生缝隙和重叠。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>vectorise polygonise vector simplify smooth</source>
        <translation>矢量化 vectorise polygonise vector simplify smooth</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>{prediction} · polygons</source>
        <translation>{prediction} · 多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>The raster of probabilities of the same prediction: gives every polygon the mean of its class.</source>
        <translation>同一预测的概率栅格：为每个多边形给出其类别的平均概率。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>Polygons with class, area in m² and perimeter in m.</source>
        <translation>多边形，含类别、面积（平方米）和周长（米）。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>Probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>Class polygons</source>
        <translation>类别多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/session_file.py"/>
        <source>Session of corrections</source>
        <translation>修正会话</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/session_file.py"/>
        <source>The GeoPackage that lies beside the prediction, with “_corrections” in its name.</source>
        <translation>位于预测结果旁、名称中带有“_corrections”的 GeoPackage。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/session_file.py"/>
        <source>There is no session “{file}”. Choose the GeoPackage that lies beside its prediction.</source>
        <translation>没有会话“{file}”。请选择位于预测结果旁的 GeoPackage。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Accuracy of a prediction</source>
        <translation>预测结果的精度</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Compares a prediction with labels pixel by pixel and gives the confusion matrix in pixels and hectares, and precision, recall, F1 and IoU of every class with their means. Use labels that training never saw: polygons, points with a class, or a raster.
The report says which question its figures answer: how right this map is, which takes a probability sample of it, or how well the model does in places that training never saw. With the labels that trained, it says how far off the test and the map are from them.
Inside a labelled area what no class covers counts as background; without one only labelled pixels count.</source>
        <translation>逐像元比较预测与标注，给出以像元和公顷计的混淆矩阵，以及各类的精确率、召回率、F1、IoU 及其平均。请使用训练从未见过的标注：多边形、带类别的点或栅格。
报告说明其数字回答哪个问题：这幅地图有多准（需要对它的概率抽样），还是模型在训练未见过的地方表现如何。给出训练所用的标注时，还会说明测试与地图离它们有多远。
在标注区域内，没有类别覆盖的部分算作背景；没有标注区域时只计入有标注的像元。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Congalton 1991, Remote Sensing of Environment 37(1), doi 10.1016/0034-4257(91)90048-B</source>
        <translation>Congalton 1991, Remote Sensing of Environment 37(1), doi 10.1016/0034-4257(91)90048-B</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>confusion matrix kappa iou f1 precision recall validation</source>
        <translation>混淆矩阵 精度 验证 confusion matrix kappa iou f1 precision recall validation</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>The probabilities made beside the prediction, to assess them too.</source>
        <translation>与预测一同生成的概率，也对其进行评估。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Reference points</source>
        <translation>参考点</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Class field of the points</source>
        <translation>点的类别字段</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Mean IoU {miou}, F1 {f1}</source>
        <translation>平均 IoU {miou}，F1 {f1}</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>The polygons that the model learned from, to tell how far off the test and the map are from them.</source>
        <translation>模型学习所用的多边形，用于说明测试与地图离它们有多远。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>A page with measures and matrix, to read.</source>
        <translation>包含精度指标和混淆矩阵的页面，供阅读。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Measures by class</source>
        <translation>各类别的指标</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>One row for each class and each mean.</source>
        <translation>每个类别及每种平均值各占一行。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Report for programs</source>
        <translation>供程序使用的报告</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Everything, as the command line gives it.</source>
        <translation>全部内容，与命令行给出的相同。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Mean IoU</source>
        <translation>平均交并比</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>F1 without background</source>
        <translation>不含背景的 F1</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Pixel accuracy</source>
        <translation>像元精度</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Points whose class is known, in place of polygons.</source>
        <translation>类别已知的点，代替多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>The field that holds the class: text or a number.</source>
        <translation>存放类别的字段：文本或数字。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Labels that trained</source>
        <translation>训练所用的标注</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Give either points or other labels, not both.</source>
        <translation>请只给出点或其他标注之一，不要同时给出。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Choose the field of the points that holds the class.</source>
        <translation>请选择点图层中保存类别的字段。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Where a model may be trusted</source>
        <translation>模型在何处可信</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Maps how unlike its training pixels the imagery is for a model, by the values of its bands: the dissimilarity index, and the area of applicability in which what was measured of the model can be expected to hold.
Give the imagery and the labels that trained, and the imagery to be mapped where that is another one.</source>
        <translation>按模型所用波段的值，绘制影像与其训练像元有多不相似：相异指数，以及适用区域——在该区域内对模型的评估结果可望成立。
请给出训练所用的影像和标注；若要绘制的是另一影像，也请给出。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>area of applicability dissimilarity index domain shift extrapolation trust</source>
        <translation>适用区域 相异指数 域偏移 外推 可信 applicability</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Imagery to map</source>
        <translation>要绘制的影像</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Applicability</source>
        <translation>适用性</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>{share} % of the imagery lie within the area of applicability.</source>
        <translation>影像的 {share} % 位于适用区域内。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>applicability</source>
        <translation>适用性</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Says which bands count.</source>
        <translation>说明哪些波段有效。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Empty takes the imagery that trained.</source>
        <translation>留空则取训练所用的影像。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Band 1 is the dissimilarity index, band 2 is 1 where the model may be trusted, else 0.</source>
        <translation>波段 1 为相异指数；波段 2 在模型可信处为 1，否则为 0。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Threshold of the index</source>
        <translation>指数的阈值</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Share of the imagery within it</source>
        <translation>影像在其内的比例</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/band_importance.py"/>
        <source>Importance of the bands</source>
        <translation>波段的重要性</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/band_importance.py"/>
        <source>Tells how much a model of any kind depends on each band: by how much its maps get worse when the band is shuffled between blocks of the imagery, and what if it were missing, with intervals over blocks. Use labels that training never saw.</source>
        <translation>说明任意类型的模型对每个波段的依赖程度：把该波段在影像分块之间打乱时地图变差多少，以及缺少该波段会怎样，并给出按分块的区间。请使用训练从未见过的标注。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/band_importance.py"/>
        <source>permutation feature importance explain band channel sensitivity</source>
        <translation>置换 特征 重要性 解释 波段 通道 敏感性 permutation importance</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/band_importance.py"/>
        <source>The model file that is looked into.</source>
        <translation>要解释的模型文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/band_importance.py"/>
        <source>A page with the bands, the most important first.</source>
        <translation>列出各波段的页面，最重要的在前。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/band_importance.py"/>
        <source>One row for each band.</source>
        <translation>每个波段一行。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/band_importance.py"/>
        <source>The most important band</source>
        <translation>最重要的波段</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/boundary_accuracy.py"/>
        <source>Accuracy of boundaries and objects</source>
        <translation>边界与对象的精度</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/boundary_accuracy.py"/>
        <source>Tells how far the contacts of a map lie from the true ones: what is met within a tolerance in metres, the 95 % Hausdorff distance, which objects were found, missed or made up, and for dikes and other lines how much of their length.
The contact margin is the distance within which the true contact lies at the confidence that you choose. It is calibrated on the labels' blocks, so use labels that training never saw.</source>
        <translation>说明地图的界线离真实界线有多远：在以米计的容差内吻合的比例、95 % 豪斯多夫距离、哪些对象被找到、漏掉或误报，以及岩脉等线状要素的长度比例。
界线余量是真实界线在所选置信度下所在的距离。它按标注的分块校准，因此请使用训练从未见过的标注。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/boundary_accuracy.py"/>
        <source>boundary contact margin hausdorff object completeness correctness conformal</source>
        <translation>边界 界线 余量 豪斯多夫 对象 完整性 正确性 保形 boundary hausdorff</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/boundary_accuracy.py"/>
        <source>A page with distances, objects and lengths, to read.</source>
        <translation>包含距离、对象和长度的可读页面。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/boundary_accuracy.py"/>
        <source>Boundary F1 of all contacts</source>
        <translation>所有界线的边界 F1</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/boundary_accuracy.py"/>
        <source>Contact margin in metres</source>
        <translation>界线余量（米）</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Draw an accuracy sample</source>
        <translation>抽取精度样本</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Draws random points over a map, so many of each class that the accuracy comes out as exactly as you want it, with the chance that each had. Answer them on the Compare page or in the attribute table, then run “Accuracy and areas from a sample”.
With a second map, points are drawn where the two differ: the shortest way to learn which is better.</source>
        <translation>在地图上抽取随机点，各类的数量使精度达到您要求的准确程度，并记录每个点的入样概率。在“比较”页或属性表中判读它们，然后运行“由样本得出精度与面积”。
给出第二幅地图时，点只在两图不同之处抽取：这是了解哪幅更好的最快方法。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Olofsson et al. 2014, Remote Sensing of Environment 148, 42–57, doi 10.1016/j.rse.2014.02.015</source>
        <translation>Olofsson et al. 2014, Remote Sensing of Environment 148, 42–57, doi 10.1016/j.rse.2014.02.015</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>stratified random sampling points validation accuracy area</source>
        <translation>分层 随机 抽样 点 验证 精度 面积 stratified sampling</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Second map</source>
        <translation>第二幅地图</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Points are drawn where this map differs from the prediction.</source>
        <translation>在此图与预测不同之处抽取点。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>{prediction} · accuracy sample</source>
        <translation>{prediction} · 精度样本</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>The same seed draws the same points.</source>
        <translation>相同的种子抽取相同的点。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Points with their design and empty fields for the answers.</source>
        <translation>带抽样设计和空答案字段的点。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Number of points</source>
        <translation>点数</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>{name}: {n} points of {pixels} pixels</source>
        <translation>{name}：{pixels} 个像元中的 {n} 个点</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Accuracy and areas from a sample</source>
        <translation>由样本得出精度与面积</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Tells how right a map is and what area each class really has, with confidence intervals, from a sample of its pixels that an analyst has answered. The sample may have been drawn for another map of the same place.
With a second map and a sample drawn where the two differ, it tells which is better and whether that could be chance.</source>
        <translation>根据分析人员已判读的像元样本，给出地图有多准以及各类的真实面积及其置信区间。样本也可以是为同一地方的另一幅地图抽取的。
给出第二幅地图和在两图不同之处抽取的样本时，说明哪幅更好，以及这是否可能出于偶然。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>accuracy area estimation confidence interval olofsson stratified sample</source>
        <translation>精度 面积 估计 置信区间 分层 样本 olofsson</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Overall accuracy {value} ({low} to {high})</source>
        <translation>总体精度 {value}（{low} 至 {high}）</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Answered sample</source>
        <translation>已判读的样本</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>The map with which a sample drawn where two maps differ compares the prediction.</source>
        <translation>对于在两图不同之处抽取的样本，与预测相比较的地图。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Points that “Draw an accuracy sample” has drawn, with answers; “?” can't be told.</source>
        <translation>由“抽取精度样本”抽取并已有答案的点；“?”表示无法判断。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>A page with accuracies, areas and matrices, to read.</source>
        <translation>包含精度、面积和矩阵的可读页面。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Accuracy and areas by class</source>
        <translation>各类的精度与面积</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>One row for each class.</source>
        <translation>每类一行。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Overall accuracy</source>
        <translation>总体精度</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Choose the sample that was answered.</source>
        <translation>请选择已判读的样本。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/algorithm.py"/>
        <source>After prediction</source>
        <translation>预测后处理</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/algorithm.py"/>
        <source>Assessment</source>
        <translation>精度评价</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/algorithm.py"/>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/algorithm.py"/>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/algorithm.py"/>
        <source>Workflows</source>
        <translation>工作流</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/algorithm.py"/>
        <source>Something unexpected went wrong: {error}.</source>
        <translation>发生意外错误：{error}。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/algorithm.py"/>
        <source>Reference</source>
        <translation>参考文献</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/choice_widget.py"/>
        <source>[not set]</source>
        <translation>[未设置]</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/declarations.py"/>
        <source>{help} ({models})</source>
        <translation>{help}（{models}）</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/declarations.py"/>
        <source>Write name=number, with commas between.</source>
        <translation>写成“名称=数字”，以英文逗号分隔。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/declarations.py"/>
        <source>Write commas between them.</source>
        <translation>以英文逗号分隔。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/declarations.py"/>
        <source>0 stands for empty.</source>
        <translation>0 表示留空。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/features.py"/>
        <source>Writing the layer</source>
        <translation>正在写入图层</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/features.py"/>
        <source>The worker's result can't be read.</source>
        <translation>无法读取计算进程的结果。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/inputs.py"/>
        <source>Nothing is selected in “{name}”. Select polygons, or use the whole layer.</source>
        <translation>“{name}”中没有选中要素。请选择多边形，或使用整个图层。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/inputs.py"/>
        <source>“{name}” has invalid polygons: {n}. Run “Fix geometries” on it, or choose another way of dealing with them in the source's settings.</source>
        <translation>“{name}”中有 {n} 个无效多边形。请先对其运行“修复几何图形”，或在输入源的设置中选择其他处理方式。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/inputs.py"/>
        <source>“{part}” lacks a value. Write name=number, with commas between.</source>
        <translation>“{part}”缺少数值。请写成“名称=数字”，以英文逗号分隔。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/kept_files.py"/>
        <source>“{file}” holds other layers ({layers}), which would be lost. Choose another file.</source>
        <translation>“{file}”中还有其他图层（{layers}），它们会丢失。请选择其他文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/model_file_widget.py"/>
        <source>One of your models, or a model file</source>
        <translation>您的某个模型，或一个模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/model_file_widget.py"/>
        <source>Your models, the newest first; any other model file can be typed or chosen</source>
        <translation>您的模型，最新的在前；也可以输入或选择其他模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/model_file_widget.py"/>
        <source>Choose a model file</source>
        <translation>选择模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/recipe_parameters.py"/>
        <source>Where to start: every training choice at once. What is set below changes it.</source>
        <translation>从哪里开始：一次确定所有训练设置。下面设置的内容会改变它。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/recipe_parameters.py"/>
        <source>The network or classifier to train; empty takes the recipe's.</source>
        <translation>要训练的网络或分类器；留空则采用方案中的模型。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Only labels in here are used; empty uses all.</source>
        <translation>只使用此处的标签；留空则全部使用。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>The raster whose pixels everything else is brought to.</source>
        <translation>其他数据都转换到该栅格的像元上。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Bands of the imagery in the order in which they are used; empty takes all.</source>
        <translation>按使用顺序列出的影像波段；留空则全部使用。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Elevation, magnetics and the like: all their bands are added, resampled to the imagery's pixels.</source>
        <translation>高程、磁测等数据：加入其全部波段，并重采样到影像的像元。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Polygons of any layer: a file, a database, in memory, or the selected ones alone. Those that cross themselves are repaired, unless the source's settings skip or refuse them.</source>
        <translation>任意图层的多边形：文件、数据库、内存图层，或仅选中的多边形。自相交的多边形会被修复，除非输入源的设置要求跳过或拒绝它们。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Polygons inside which labelling is complete: what no class covers there is background.</source>
        <translation>其内部已标注完整的多边形：其中未被任何类别覆盖的部分为背景。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Correction sessions (.gpkg) whose pixels are labels too: they go before polygons and weigh more.</source>
        <translation>改正会话文件（.gpkg），其像元也是标注：优先于多边形，且权重更大。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Reviews and accuracy samples</source>
        <translation>复查记录与精度样本</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Files of reviews, where what was found right is a label too, and of accuracy samples, whose pixels are never learned from.</source>
        <translation>复查记录文件，其中认定正确之处也是标注；以及精度样本文件，其像元绝不用于学习。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Give the labels either as polygons or as a raster.</source>
        <translation>请以多边形或栅格二者之一给出标签。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Choose the field that holds the class (this layer has: {fields}).</source>
        <translation>请选择存放类别的字段（该图层有：{fields}）。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Further rasters</source>
        <translation>其他栅格</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Training polygons</source>
        <translation>训练多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Class field</source>
        <translation>类别字段</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Labelled area</source>
        <translation>标注区域</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>A raster whose values are classes, in place of polygons. Its nodata is unlabelled.</source>
        <translation>以像元值为类别的栅格，用来代替多边形。其无数据值为未标注。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Label raster</source>
        <translation>标签栅格</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/worker_run.py"/>
        <source>Epoch {epoch}: loss {loss}, mIoU {miou}, F1 {f1}</source>
        <translation>第 {epoch} 轮：损失 {loss}，mIoU {miou}，F1 {f1}</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Export tiles as a data set</source>
        <translation>将图块导出为数据集</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Cuts imagery and labels into tiles, in folders for training, validation and test, as other programs read them: images and masks as GeoTIFF or PNG, labels for YOLO and COCO.
Tiles with too much nodata, with too few labels, or that touch clouds or distortion drawn as polygons are left out. Lists tell every tile's pixels by class, the tiles that are hard, and each class's area and share.</source>
        <translation>将影像和标签切成图块，按训练、验证和测试分文件夹存放，供其他程序读取：影像和掩膜为 GeoTIFF 或 PNG，标签可为 YOLO 和 COCO 格式。
无数据过多、标签过少或与所绘云和畸变区域相交的图块将被剔除。清单列出每个图块各类别的像元数、困难图块，以及各类别的面积和占比。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Zhao et al. 2024, National Remote Sensing Bulletin 28(9), 2293–2305, doi 10.11834/jrs.20243393</source>
        <translation>Zhao et al. 2024, National Remote Sensing Bulletin 28(9), 2293–2305, doi 10.11834/jrs.20243393</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>yolo coco chips patches dataset png</source>
        <translation>数据集 图块 yolo coco chips patches dataset png</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Tiles that touch one of these polygons are left out.</source>
        <translation>与这些多边形相交的图块将被剔除。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>The same seed gives every tile the same part.</source>
        <translation>相同的种子使每个图块始终归入同一部分。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>A new or empty folder; it is filled when all tiles are done.</source>
        <translation>新建的或空的文件夹；所有图块完成后才写入。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Number of tiles</source>
        <translation>图块数量</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Hard tiles</source>
        <translation>困难图块</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>{part}: {n} tiles</source>
        <translation>{part}：{n} 个图块</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>{name}: {area}, {share} %</source>
        <translation>{name}：{area}，{share} %</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Clouds and distortion</source>
        <translation>云和畸变</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Folder for the tiles</source>
        <translation>图块文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>Import tiles as labels</source>
        <translation>导入图块作为标签</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>Reads a data set of tiles, such as “Export tiles” and other programs write, as imagery with labels: for training, validation and test a mosaic of the images and a raster of the classes. Labels are masks, COCO or YOLO objects; what no object covers is background.
Tiles keep their place; those that have none (PNG) are laid side by side. The list of scenes is for the command line's training.</source>
        <translation>将“导出图块”及其他程序写出的图块数据集读为带标签的影像：训练、验证和测试各有一幅影像镶嵌和一个类别栅格。标签可为掩膜，或 COCO、YOLO 目标；未被任何目标覆盖的部分为背景。
图块保留其位置；没有位置的（PNG）并排放置。影像清单用于命令行训练。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>yolo coco chips patches dataset png masks</source>
        <translation>数据集 图块 yolo coco chips patches dataset png masks</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>The folder that holds train, valid and test, or images and masks.</source>
        <translation>包含 train、valid 和 test，或影像和掩膜的文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>A new or empty folder; it is filled when all tiles are read.</source>
        <translation>新建的或空的文件夹；所有图块读完后才写入。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>List of scenes</source>
        <translation>影像清单</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>Folder for the labels</source>
        <translation>标签文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>{part}: imagery</source>
        <translation>{part}：影像</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>{part}: labels</source>
        <translation>{part}：标签</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>no polygon</source>
        <translation>无多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>crossing edges</source>
        <translation>边界自相交</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>outside the imagery</source>
        <translation>位于影像之外</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>sliver</source>
        <translation>碎屑多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>drawn twice</source>
        <translation>重复绘制</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>Check training polygons</source>
        <translation>检查训练多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>Looks for what goes wrong in training: polygons of different classes that overlap, polygons narrower than a pixel, without a class, with crossing edges, drawn twice, or outside the imagery. Each becomes a feature of the problem layer, with a sentence that says what to do.
The page compares the classes: polygons, pixels, areas and shares, and which have too few.</source>
        <translation>查找训练中容易出错的地方：不同类别的多边形相互重叠，多边形窄于一个像元、没有类别、边界自相交、重复绘制或位于影像之外。每个问题成为问题图层中的一个要素，并用一句话说明如何处理。
报告页比较各类别的多边形数、像元数、面积和占比，并指出哪些类别过少。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>overlap sliver topology quality balance</source>
        <translation>拓扑 检查 overlap sliver topology quality balance</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>One feature for each problem: its kind, the class, what to do.</source>
        <translation>每个问题一个要素：类型、类别、如何处理。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>A page with the problems by kind and the classes compared.</source>
        <translation>按类型列出问题并比较各类别的页面。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>Number of problems</source>
        <translation>问题数量</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>{kind}: {n}</source>
        <translation>{kind}：{n}</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>To mend</source>
        <translation>待修正</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>Pages</source>
        <translation>网页</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>Rasterise training polygons</source>
        <translation>训练多边形栅格化</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>Writes class polygons as a raster on the imagery's own pixels, as training sees them: 0 is unlabelled, every class has a number from 1 with its name and colour. Inside a labelled area what no class covers is background.
Polygons are reprojected to the imagery. Where they overlap, the one drawn last counts.</source>
        <translation>将类别多边形按影像自身的像元写为栅格，与训练时所见一致：0 为未标注，各类别从 1 起编号，并带有名称和颜色。在标注区域内，未被任何类别覆盖的部分为背景。
多边形会重投影到影像。重叠处以最后绘制的为准。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>mask burn ground truth</source>
        <translation>掩膜 真值 mask burn ground truth</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>{imagery} · labels</source>
        <translation>{imagery} · 标签</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>Otherwise a polygon labels the pixels whose centre it covers.</source>
        <translation>否则，多边形只标注其覆盖像元中心的像元。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>A raster of class numbers with names and colours.</source>
        <translation>带有名称和颜色的类别编号栅格。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>Labelled pixels</source>
        <translation>已标注像元</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>{name}: {n} pixels</source>
        <translation>{name}：{n} 个像元</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>Label every pixel that a polygon touches</source>
        <translation>标注多边形触及的所有像元</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>Split labels by blocks</source>
        <translation>按分块划分标签</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>Shows which labelled pixels training would learn from, which would measure the model, and which lie in the gap between them. With the same settings and the same seed training makes the very same split.
Blocks keep neighbours together: pixels next to each other are alike, so a model that is measured beside its own training pixels looks better than it is.</source>
        <translation>显示哪些标注像元用于训练，哪些用于评价模型，哪些位于两者之间的间隔内。设置和种子相同时，训练会作完全相同的划分。
分块使相邻像元归在一起：相邻像元彼此相似，若在训练像元旁边评价模型，精度会显得偏高。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>Roberts et al. 2017, Ecography 40(8), 913–929, doi 10.1111/ecog.02881</source>
        <translation>Roberts et al. 2017, Ecography 40(8), 913–929, doi 10.1111/ecog.02881</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>validation cross-validation spatial autocorrelation</source>
        <translation>验证 分块 空间自相关 validation cross-validation spatial autocorrelation</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>{imagery} · split</source>
        <translation>{imagery} · 划分</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>0 unused, 1 training, 2 validation, 3 test, 4 several parts.</source>
        <translation>0 未使用，1 训练，2 验证，3 测试，4 多个部分。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>{part}: {counts} pixels</source>
        <translation>{part}：{counts} 个像元</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>Export a model to ONNX</source>
        <translation>将模型导出为 ONNX</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>Writes a network as an ONNX file with its scaling inside and the metadata that the plugin Deepness reads, so that it runs there and wherever ONNX does. The graph takes the imagery's values divided by 255 and gives the classes' probabilities.
Networks can be exported, classifiers of single pixels can't.</source>
        <translation>将网络写为 ONNX 文件，其中包含缩放和 Deepness 插件所读取的元数据，因此可在该插件及任何支持 ONNX 的地方运行。计算图以除以 255 后的影像值为输入，输出各类别的概率。
只能导出网络，不能导出逐像元分类器。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>Aszkowski et al. 2023, SoftwareX 23, 101495, doi 10.1016/j.softx.2023.101495</source>
        <translation>Aszkowski et al. 2023, SoftwareX 23, 101495, doi 10.1016/j.softx.2023.101495</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>deepness share convert runtime</source>
        <translation>共享 转换 deepness share convert runtime</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>The model to export.</source>
        <translation>要导出的模型。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>The file to write.</source>
        <translation>要写入的文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>Side of the tiles in pixels</source>
        <translation>图块边长（像元）</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>ONNX file</source>
        <translation>ONNX 文件</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>ONNX files</source>
        <translation>ONNX 文件</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>Makes a model file of an ONNX segmentation model, such as one made for the plugin Deepness, so that Outcrop predicts with it; or copies a model file of Outcrop's among your models.
What the ONNX file doesn't say of itself (classes, pixel size, bands, scaling) is given by hand. Files that can run code when they are read, such as .pt and .pth, aren't opened.</source>
        <translation>由 ONNX 分割模型（例如为 Deepness 插件制作的模型）生成模型文件，供 Outcrop 预测使用；或将 Outcrop 的模型文件复制到您的模型中。
ONNX 文件没有说明的内容（类别、像元大小、波段、缩放）由您填写。读取时可能执行代码的文件（如 .pt 和 .pth）不会被打开。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>onnx deepness zoo safetensors share</source>
        <translation>共享 onnx deepness zoo safetensors share</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>Models ({patterns})</source>
        <translation>模型 ({patterns})</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>An ONNX file, or a model file of Outcrop's.</source>
        <translation>ONNX 文件，或 Outcrop 的模型文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>Where to write it; empty puts it among your models.</source>
        <translation>写入位置；留空则放入您的模型中。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>Pixel size in metres</source>
        <translation>像元大小（米）</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>There is no file “{file}”. Choose an ONNX file or a model file.</source>
        <translation>文件“{file}”不存在。请选择 ONNX 文件或模型文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/model_information.py"/>
        <source>Model information</source>
        <translation>模型信息</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/model_information.py"/>
        <source>Writes what a model file says of itself as a page: classes, bands, pixel size, measures, recipe, and what it was trained on. The weights aren't loaded, so this works without a computing environment.</source>
        <translation>将模型文件自身的说明写成页面：类别、波段、像元大小、精度指标、方案以及训练所用数据。不加载权重，因此无需计算环境。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/model_information.py"/>
        <source>card metadata provenance</source>
        <translation>模型卡片 元数据 card metadata provenance</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/model_information.py"/>
        <source>The file to look at.</source>
        <translation>要查看的文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/model_information.py"/>
        <source>The model's card, to read.</source>
        <translation>模型卡片，供阅读。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/model_information.py"/>
        <source>Architecture</source>
        <translation>网络结构</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/model_information.py"/>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/model_files_widget.py"/>
        <source>Model files, with semicolons between them</source>
        <translation>模型文件，以分号分隔</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/model_files_widget.py"/>
        <source>Choose model files</source>
        <translation>选择模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/predict.py"/>
        <source>Predict with a model</source>
        <translation>用模型预测</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/predict.py"/>
        <source>Maps imagery with a trained model. Bands are found by the names that the model was trained on; classes, colours and scaling come from the model file.
Works in overlapping tiles, so that rasters of any size are mapped in the same memory and no seams show.</source>
        <translation>用训练好的模型对影像制图。波段按模型训练时的名称查找；类别、颜色和缩放取自模型文件。
以相互重叠的图块处理，因此无论栅格多大都占用相同的内存，且没有接缝。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/predict.py"/>
        <source>map classify inference segmentation</source>
        <translation>制图 分类 推理 语义分割 map classify inference segmentation</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/predict_ensemble.py"/>
        <source>Predict with several models</source>
        <translation>用多个模型预测</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/predict_ensemble.py"/>
        <source>Maps imagery with several models of the same classes at once: every pixel gets the class whose probability is highest on average. Models of different kinds make different mistakes, so together they are often better.</source>
        <translation>同时用类别相同的多个模型对影像制图：每个像元取平均概率最高的类别。不同类型的模型犯的错误不同，因此合在一起往往更好。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/predict_ensemble.py"/>
        <source>Hansen &amp; Salamon 1990, IEEE TPAMI 12(10), 993–1001, doi 10.1109/34.58871</source>
        <translation>Hansen &amp; Salamon 1990, IEEE TPAMI 12(10), 993–1001, doi 10.1109/34.58871</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/predict_ensemble.py"/>
        <source>ensemble average vote inference</source>
        <translation>集成 平均 投票 ensemble average vote inference</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Only here is predicted; empty predicts the whole imagery. The map canvas is one choice.</source>
        <translation>只在此范围内预测；留空则预测整幅影像。可选择地图画布范围。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>{n} models</source>
        <translation>{n} 个模型</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Outside them the prediction has no data; empty predicts everywhere.</source>
        <translation>在其之外预测结果无数据；留空则处处预测。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>A raster of classes with their names and colours; 0 is no data.</source>
        <translation>带有类别名称和颜色的类别栅格；0 为无数据。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Probabilities, where wanted</source>
        <translation>概率（如需要）</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Uncertainty, where wanted</source>
        <translation>不确定性（如需要）</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Pixels predicted</source>
        <translation>已预测像元</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Choose a model file.</source>
        <translation>请选择模型文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Models of the same classes; their probabilities are averaged.</source>
        <translation>类别相同的模型；对其概率取平均。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>The model that “Train a model” has written.</source>
        <translation>“训练模型”写出的模型。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Only inside these polygons</source>
        <translation>仅在这些多边形内</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Predicted classes</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/uncertainty.py"/>
        <source>Map the uncertainty of models</source>
        <translation>绘制模型的不确定性</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/uncertainty.py"/>
        <source>Maps how unsure one or several models are of each pixel, from 0 (sure) to 1 (unsure): the entropy of the class probabilities, and how close the two likeliest classes are. Training polygons are best added where models are unsure.</source>
        <translation>绘制一个或多个模型对每个像元的不确定程度，从 0（确定）到 1（不确定）：类别概率的熵，以及最可能的两个类别的接近程度。最好在模型不确定的地方补充训练多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/uncertainty.py"/>
        <source>Shannon 1948, Bell System Technical Journal 27, doi 10.1002/j.1538-7305.1948.tb01338.x</source>
        <translation>Shannon 1948, Bell System Technical Journal 27, doi 10.1002/j.1538-7305.1948.tb01338.x</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/uncertainty.py"/>
        <source>entropy confidence active learning</source>
        <translation>熵 置信度 主动学习 entropy confidence active learning</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/uncertainty.py"/>
        <source>Two bands from 0 (sure) to 1 (unsure): entropy, and closeness of the two likeliest classes.</source>
        <translation>两个波段，从 0（确定）到 1（不确定）：熵，以及最可能的两个类别的接近程度。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/uncertainty.py"/>
        <source>Uncertainty</source>
        <translation>不确定性</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Imagery and polygons to a map with its accuracy</source>
        <translation>从影像和多边形到带精度的专题图</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Trains a model on polygons, maps the imagery with it, cleans the map, draws it as polygons and measures it against other polygons, in one go.
A graphical model: copy its file and change it in the model designer.</source>
        <translation>一次完成：用多边形训练模型，用它对影像制图，清理结果，绘制为多边形，并与其他多边形比较以评定精度。
这是一个图形模型：可复制其文件，并在模型设计器中修改。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Accuracy report</source>
        <translation>精度报告</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Its file: {file}</source>
        <translation>文件：{file}</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>The raster to train on and to map.</source>
        <translation>用于训练和制图的栅格。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Polygons with a class.</source>
        <translation>带有类别的多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Polygons that training doesn't see.</source>
        <translation>训练未使用过的多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Polygons to check with</source>
        <translation>检验用多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Their class field</source>
        <translation>检验多边形的类别字段</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/fine_tune.py"/>
        <source>Fine-tune a model</source>
        <translation>微调模型</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/fine_tune.py"/>
        <source>Learns on from a network that was trained before, on polygons of another scene or another year, and leaves a model file of its own; the first one stays as it is. Fewer polygons and less time are needed than from the beginning.
Architecture, settings and recipe are those of the model; what is set below changes them. Classes that it knows keep what was learned, new ones start anew. The imagery needs the same bands.</source>
        <translation>以先前训练好的网络为起点，用另一景影像或另一年份的多边形继续学习，并另存为一个模型文件；原模型保持不变。与从头训练相比，所需的多边形和时间都更少。
结构、设置和方案都取自该模型；下面设置的内容会覆盖它们。模型已认识的类别保留已学到的内容，新类别从头学习。影像须有相同的波段。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/fine_tune.py"/>
        <source>transfer learning continue update</source>
        <translation>迁移学习 继续 更新</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/fine_tune.py"/>
        <source>Start from a model of mine</source>
        <translation>从我的模型开始</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/fine_tune.py"/>
        <source>The model file of a network, to learn on from.</source>
        <translation>作为继续学习起点的网络模型文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/resume.py"/>
        <source>Resume a training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/resume.py"/>
        <source>Goes on with a training that was stopped or interrupted, from its last checkpoint, and writes the model file that the run was to make.</source>
        <translation>从最后一个检查点继续已停止或中断的训练，并写出该训练应生成的模型文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/resume.py"/>
        <source>continue checkpoint interrupted</source>
        <translation>检查点 中断 continue checkpoint interrupted</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/resume.py"/>
        <source>Folder of the run</source>
        <translation>训练文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/resume.py"/>
        <source>It lies beside the model file and ends with “.run”.</source>
        <translation>它位于模型文件旁，以“.run”结尾。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Trains a network or a classifier of single pixels on polygons drawn over imagery, and leaves one model file. A part of the labels is held back in blocks of the map, to measure the model on ground it never saw.
The recipe decides everything that is left empty. A run that was stopped can be resumed from its folder, which lies beside the model file.</source>
        <translation>用影像上绘制的多边形训练网络或逐像元分类器，生成一个模型文件。一部分标签按地图分块留出，用模型从未见过的地面评价模型。
留空的设置都由方案决定。已停止的训练可从其文件夹继续，该文件夹位于模型文件旁。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>segmentation classification deep learning network classifier supervised</source>
        <translation>语义分割 分类 深度学习 segmentation classification deep learning network classifier supervised</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Leave as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>What computes: auto, cpu, mps, cuda, cuda:1 …</source>
        <translation>用什么计算：auto、cpu、mps、cuda、cuda:1 …</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>The same seed gives the same outcome on the same computer.</source>
        <translation>在同一台计算机上，相同的种子给出相同的结果。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Otherwise a polygon labels the pixels whose centre it covers. Helps where polygons are very thin.</source>
        <translation>否则，多边形只标注其覆盖像元中心的像元。多边形很细时有用。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Which layers of that model aren't changed.</source>
        <translation>该模型的哪些层保持不变。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>What the model is called in lists; empty takes its file's name.</source>
        <translation>模型在列表中的名称；留空则用文件名。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Holds the weights and everything that is needed to predict with them.</source>
        <translation>包含权重以及用它预测所需的一切。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Mean IoU on the validation part</source>
        <translation>验证部分的平均交并比</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>F1 on the validation part, without background</source>
        <translation>验证部分的 F1，不含背景</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Name of the model</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>A model file of the same architecture and bands, to learn on from; empty starts from the recipe.</source>
        <translation>结构和波段相同的模型文件，在其基础上继续学习；留空则按方案开始。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Train and compare several models</source>
        <translation>训练并比较多个模型</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Trains one model after another on the same labels with the same split and budget, maps the imagery with each, and measures all maps on labels that none has seen: a table with intervals over blocks, which differences are no chance, the maps, and where they disagree. The report is one page with figures, to print or to publish.
A model that can't be trained is listed with the reason and doesn't stop the others. Started again with the same folder, it goes on where it was stopped.</source>
        <translation>用相同的标注、相同的划分和预算依次训练各模型，用每个模型对影像制图，并在所有模型都未见过的标注上评估全部地图：按分块给出区间的表格、哪些差异并非偶然、各幅地图以及它们不一致之处。报告为一个带图的页面，可打印或发表。
无法训练的模型会列出原因，不影响其他模型。用同一文件夹再次启动时，从停止处继续。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>compare comparison benchmark table</source>
        <translation>比较 对比 compare comparison benchmark table</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Load the maps</source>
        <translation>加载地图</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Choose at least one recipe or model to train.</source>
        <translation>请至少选择一个方案或模型进行训练。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Recipes</source>
        <translation>方案</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Each is trained with the model that it names.</source>
        <translation>每个方案用其指定的模型训练。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Each is trained with the recipe “quick”.</source>
        <translation>每个模型用“quick”方案训练。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Takes one model file, one map and one folder of its run for each.</source>
        <translation>为每个模型存放一个模型文件、一幅地图和一个运行文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>One row for each model.</source>
        <translation>每个模型一行。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>One page with table, figures and maps; a folder with figures, tables and numbers beside it.</source>
        <translation>含表格、图和地图的一个页面；旁边的文件夹中有图、表和数字。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Adds the maps and where they disagree to the project.</source>
        <translation>把各幅地图及其不一致之处加入工程。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Models trained</source>
        <translation>已训练的模型</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Where the maps disagree</source>
        <translation>地图不一致之处</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>disagreement</source>
        <translation>不一致</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>{group} · {name}</source>
        <translation>{group} · {name}</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Folder for the model files</source>
        <translation>模型文件的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Quick: minutes on a laptop</source>
        <translation>快速：笔记本电脑几分钟即可</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Best: half an hour</source>
        <translation>最佳：半小时</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Pegmatite dikes</source>
        <translation>伟晶岩脉</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Lithological units</source>
        <translation>岩性单元</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Tailings ponds</source>
        <translation>尾矿库</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Landslides, few labels</source>
        <translation>滑坡，标签较少</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Landslides, many labels</source>
        <translation>滑坡，标签较多</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>A small network and a few minutes, for a first look at any subject.</source>
        <translation>小型网络，几分钟，适合对任何目标作初步尝试。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>The network that did best on real landslides in equal time, given longer to learn.</source>
        <translation>在相同时间内对真实滑坡效果最好的网络，训练时间更长。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Thin bright dikes in high-resolution imagery, as published. Wants a GPU.</source>
        <translation>高分辨率影像中细而亮的岩脉，与论文一致。需要 GPU。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Rock units from fused layers, as published. Wants a GPU.</source>
        <translation>用融合图层识别岩性单元，与论文一致。需要 GPU。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Ponds in satellite imagery, as published. Wants a GPU.</source>
        <translation>卫星影像中的尾矿库，与论文一致。需要 GPU。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Starts from photographs, as published. Wants a GPU and hours.</source>
        <translation>从自然图像的预训练权重开始，与论文一致。需要 GPU 和数小时。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Landslide outlines with attention, as published. Wants a GPU.</source>
        <translation>带注意力机制的滑坡边界提取，与论文一致。需要 GPU。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>in blocks of the map</source>
        <translation>按地图分块</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>whole polygons at a time</source>
        <translation>以整个多边形为单位</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>whole scenes at a time</source>
        <translation>以整景影像为单位</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>as random tiles, which flatters the model</source>
        <translation>按随机图块，会使模型精度偏高</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>{count} polygons are few: tiles are changed strongly, so that they aren’t learned by heart.</source>
        <translation>{count} 个多边形较少：将对图块做强烈的增强，以免模型死记样本。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>{share} % of the labels are held back to measure the model, {how}.</source>
        <translation>留出 {share} % 的标签用于评价模型，{how}。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>{time} in all, as an epoch took {epoch} the last time</source>
        <translation>共需{time}，上次一轮用时{epoch}</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Nothing is held back: the model’s measures will be those of pixels it has learned from.</source>
        <translation>未留出任何标签：模型的精度指标将来自它学习过的像元。</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>Where to look next</source>
        <translation>接下来看哪里</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>Choose ten tiles of the map that teach most: typical ones first, then those where a second kind of model disagrees</source>
        <translation>选出地图上最有学习价值的十个图块：先是典型图块，然后是第二种模型意见不同之处</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>The tile before (P)</source>
        <translation>上一个图块（P）</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>The next tile (N)</source>
        <translation>下一个图块（N）</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>The map is right here as it is (R)</source>
        <translation>此处地图正确，无需改动（R）</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>Corrected</source>
        <translation>已改正</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>What was wrong here has been corrected (C)</source>
        <translation>此处的错误已改正（C）</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>It can't be told from the imagery (K)</source>
        <translation>从影像上无法判断（K）</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>Choosing tiles…</source>
        <translation>正在选择图块…</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>corrected</source>
        <translation>已改正</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>no answer yet</source>
        <translation>尚无答案</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>Tile {n} of {count}: {answer}. {answered} answered; on the map by R, C, K, N and P.</source>
        <translation>第 {n} 个图块，共 {count} 个：{answer}。已回答 {answered} 个；在地图上可用 R、C、K、N 和 P 键。</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>reviews</source>
        <translation>复查</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>The reviews “{path}” can't be loaded. Check that the file is there.</source>
        <translation>无法加载复查记录“{path}”。请检查文件是否存在。</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>The answer couldn't be written. Check that “{path}” is there and free.</source>
        <translation>答案无法写入。请检查“{path}”是否存在且未被占用。</translation>
    </message>
    <message>
        <location filename="../../ui/sample_project.py"/>
        <source>sample imagery</source>
        <translation>样例影像</translation>
    </message>
    <message>
        <location filename="../../ui/sample_project.py"/>
        <source>sample polygons</source>
        <translation>样例多边形</translation>
    </message>
    <message>
        <location filename="../../ui/sample_project.py"/>
        <source>sample labelled area</source>
        <translation>样例标注区域</translation>
    </message>
    <message>
        <location filename="../../ui/sample_project.py"/>
        <source>The sample in “{folder}” can't be read. Delete this folder, then open the sample again.</source>
        <translation>无法读取“{folder}”中的示例。请删除该文件夹，然后重新打开示例。</translation>
    </message>
    <message>
        <location filename="../../ui/sample_project.py"/>
        <source>Outcrop: sample</source>
        <translation>Outcrop：样例</translation>
    </message>
    <message>
        <location filename="../../ui/sample_project.py"/>
        <source>The sample is in the project, and chosen on the Data page.</source>
        <translation>示例已加入工程，并已在“数据”页选定。</translation>
    </message>
    <message>
        <location filename="../../ui/sample_project.py"/>
        <source>Outcrop: making the sample</source>
        <translation>Outcrop：正在生成样例</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>Python for computing</source>
        <translation>用于计算的 Python</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>The Python that trains and predicts. It needs PyTorch, rasterio and scikit-learn.</source>
        <translation>用于训练和预测的 Python。需要 PyTorch、rasterio 和 scikit-learn。</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>found by itself</source>
        <translation>自动查找</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>Models and results</source>
        <translation>模型和结果</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>Model files, predictions and what each run leaves are kept in this folder.</source>
        <translation>模型文件、预测结果以及每次运行留下的内容都保存在此文件夹中。</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>Outcrop, in your documents</source>
        <translation>“文档”中的 Outcrop</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>Processor threads</source>
        <translation>处理器线程数</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>How many threads a job may use. 0 uses all; fewer leave more for other work.</source>
        <translation>一个任务可使用的线程数。0 表示全部；较少则为其他工作留出余量。</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Delete the environments in “{folder}”? Models and results stay.</source>
        <translation>删除“{folder}”中的环境吗？模型和结果会保留。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Outcrop: Set up</source>
        <translation>Outcrop：设置计算环境</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Networks need PyTorch; random forest and the other classifiers don't</source>
        <translation>网络需要 PyTorch；随机森林等分类器不需要</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>the python program of the environment</source>
        <translation>该环境的 python 程序</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>The Python to compute with: its program, such as bin/python or python.exe</source>
        <translation>用于计算的 Python：其程序文件，例如 bin/python 或 python.exe</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>The folder with the wheels; Copy command gives the command that fills it</source>
        <translation>存放 wheel 文件的文件夹；“复制命令”给出下载它们的命令</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>the folder with the wheels</source>
        <translation>存放 wheel 文件的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Copy the command that fills such a folder on a computer with a network</source>
        <translation>复制一条命令，可在联网的计算机上下载并填充该文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Look at every file and put back what is missing or damaged</source>
        <translation>检查每个文件，补回缺失或损坏的内容</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Delete the environments that Outcrop has made, and all that is in them</source>
        <translation>删除 Outcrop 建立的环境及其中的全部内容</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Copy facts and the log for a question; your home folder and passwords are left out</source>
        <translation>复制用于提问的环境信息和日志；其中不含您的主文件夹和密码</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Outcrop computes in a Python of its own, outside QGIS. Nothing in QGIS's Python is changed.</source>
        <translation>Outcrop 在 QGIS 之外的独立 Python 中计算。QGIS 的 Python 不会有任何改变。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Looking at “{path}”…</source>
        <translation>正在检查“{path}”…</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Let Outcrop make its own (recommended)</source>
        <translation>由 Outcrop 自行建立（推荐）</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Use a Python that I have: conda, a module, another environment</source>
        <translation>使用我已有的 Python：conda、模块或其他环境</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Make one from a folder of wheels, without a network</source>
        <translation>用 wheel 文件夹离线建立，无需网络</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Installed into a folder of its own, from the internet; Remove deletes it again</source>
        <translation>从互联网安装到单独的文件夹；“移除”可将其删除</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Nothing is installed; it needs the packages that the report names</source>
        <translation>不安装任何内容；它需要具备报告中列出的软件包</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Installed into a folder of its own, from packages that you bring along</source>
        <translation>从您自带的软件包安装到单独的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>The build of PyTorch that suits this computer</source>
        <translation>适合本机的 PyTorch 版本</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>PyTorch for the processor</source>
        <translation>用于处理器的 PyTorch</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>PyTorch for NVIDIA GPUs (CUDA)</source>
        <translation>用于 NVIDIA GPU（CUDA）的 PyTorch</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Without PyTorch: classifiers only</source>
        <translation>不装 PyTorch：只用分类器</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Check and use</source>
        <translation>检查并使用</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>See whether it has what is needed, and compute with it from now on</source>
        <translation>检查它是否具备所需内容，并从现在起用它计算</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Install what is listed above; it can be stopped, and goes on where it was</source>
        <translation>安装上面列出的内容；可随时停止，之后从中断处继续</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Looking at this computer…</source>
        <translation>正在检查本机…</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Ready to compute.</source>
        <translation>可以开始计算。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/keeper.py"/>
        <source>Outcrop was updated. It goes on with the computing environment of the version before; renew it when you have a few minutes.</source>
        <translation>Outcrop 已更新。目前继续使用上一版本的计算环境；有几分钟空闲时请更新它。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/keeper.py"/>
        <source>Random forest, support vector machine and maximum likelihood work. The networks don't: PyTorch isn't installed.</source>
        <translation>随机森林、支持向量机和最大似然可用。网络不可用：未安装 PyTorch。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/keeper.py"/>
        <source>Outcrop: setting up</source>
        <translation>Outcrop：正在设置计算环境</translation>
    </message>
    <message>
        <location filename="../../ui/setup/keeper.py"/>
        <source>Outcrop: removing the environment</source>
        <translation>Outcrop：正在移除环境</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Place: {folder}</source>
        <translation>位置：{folder}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Size: about {size} GB; {free} GB are free there</source>
        <translation>大小：约 {size} GB；该处剩余 {free} GB</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>From: Python {version}, {path}</source>
        <translation>来源：Python {version}，{path}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Installs: {named} and {n} more, at locked versions</source>
        <translation>安装：{named} 及另外 {n} 个软件包，版本已锁定</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Python {version}: {packages}</source>
        <translation>Python {version}：{packages}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>PyTorch: the {build} build, because {why}</source>
        <translation>PyTorch：{build} 版本，因为{why}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>There is too little room on this disk. Make room first.</source>
        <translation>磁盘空间不足。请先腾出空间。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Missing or too old: {packages}</source>
        <translation>缺失或版本过旧：{packages}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>GPU: {name}</source>
        <translation>GPU：{name}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>All models work. Outcrop uses this Python now.</source>
        <translation>所有模型均可用。Outcrop 现在使用此 Python。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Without PyTorch: random forest, support vector machine and maximum likelihood, no networks.</source>
        <translation>不装 PyTorch：可用随机森林、支持向量机和最大似然，不能用网络。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>The classifiers work, the networks don't. Outcrop uses this Python now.</source>
        <translation>分类器可用，网络不可用。Outcrop 现在使用此 Python。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>That isn't enough. Install what is missing into it, or let Outcrop make its own.</source>
        <translation>这还不够。请在其中安装缺少的内容，或让 Outcrop 自行建立环境。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>no package</source>
        <translation>没有软件包</translation>
    </message>
    <message>
        <location filename="../../ui/setup/task.py"/>
        <source>Setting up failed: {reason}.</source>
        <translation>设置失败：{reason}。</translation>
    </message>
    <message>
        <location filename="../../ui/task.py"/>
        <source>The worker ended with status {status} before it was done. The details show what it printed last.</source>
        <translation>计算进程在完成之前以状态 {status} 结束。详细信息中有其最后的输出。</translation>
    </message>
    <message>
        <location filename="../../ui/task.py"/>
        <source>The worker ended without a result. The details show what it printed.</source>
        <translation>计算进程结束但没有给出结果。详细信息中有其输出。</translation>
    </message>
    <message>
        <location filename="../../ui/task.py"/>
        <source>The worker was killed, most often because memory ran out. Smaller tiles or a smaller batch size need less.</source>
        <translation>计算进程被系统终止，多半是因为内存不足。较小的图块或批大小所需内存较少。</translation>
    </message>
    <message>
        <location filename="../../ui/task.py"/>
        <source>The worker crashed (signal {number}). The details show what it printed last.</source>
        <translation>计算进程崩溃（信号 {number}）。详细信息中有其最后的输出。</translation>
    </message>
    <message>
        <location filename="../../ui/task.py"/>
        <source>Waiting for another job of Outcrop</source>
        <translation>正在等待 Outcrop 的另一个任务</translation>
    </message>
    <message>
        <location filename="../../ui/task.py"/>
        <source>{title} (stopped)</source>
        <translation>{title}（已停止）</translation>
    </message>
    <message>
        <location filename="../../ui/task.py"/>
        <source>The job failed.</source>
        <translation>任务失败。</translation>
    </message>
    <message>
        <location filename="../../ui/task.py"/>
        <source>The worker couldn't be started: {error}. Check which Python the settings name.</source>
        <translation>无法启动计算进程：{error}。请检查设置中指定的 Python。</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>“{path}” can't be written: {reason}. Free some disk space, or choose another work folder in the settings.</source>
        <translation>无法写入“{path}”：{reason}。请释放一些磁盘空间，或在设置中另选工作文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>{n} m²</source>
        <translation>{n} m²</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>about {n} h</source>
        <translation>约 {n} 小时</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>{n} million</source>
        <translation>{n} 百万</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>{n} km²</source>
        <translation>{n} km²</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>{n} ha</source>
        <translation>{n} 公顷</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>about {n} s</source>
        <translation>约 {n} 秒</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>about {n} min</source>
        <translation>约 {n} 分钟</translation>
    </message>
    <message>
        <location filename="../../ui/training_layer.py"/>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../../ui/training_layer.py"/>
        <source>“{path}” exists already. Choose another name, so that nothing is overwritten.</source>
        <translation>“{path}”已存在。请另选名称，以免覆盖。</translation>
    </message>
    <message>
        <location filename="../../ui/training_layer.py"/>
        <source>“{path}” can't be made: {error} Choose another place.</source>
        <translation>无法建立“{path}”：{error} 请另选位置。</translation>
    </message>
    <message>
        <location filename="../../ui/warm_worker.py"/>
        <source>Outcrop is being shut down.</source>
        <translation>Outcrop 正在关闭。</translation>
    </message>
    <message>
        <location filename="../../ui/warm_worker.py"/>
        <source>The worker couldn't be started.</source>
        <translation>无法启动计算进程。</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/editors.py"/>
        <source>binary cross-entropy + Dice</source>
        <translation>二元交叉熵 + Dice</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/editors.py"/>
        <source>cross-entropy + Dice</source>
        <translation>交叉熵 + Dice</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/editors.py"/>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/editors.py"/>
        <source>the last</source>
        <translation>最后一轮</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/editors.py"/>
        <source>mean and deviation</source>
        <translation>均值与标准差</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/editors.py"/>
        <source>lower on a plateau</source>
        <translation>停滞时降低</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/editors.py"/>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/editors.py"/>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/form.py"/>
        <source>Show advanced ones</source>
        <translation>显示高级设置</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/form.py"/>
        <source>Settings that are seldom changed</source>
        <translation>很少需要更改的设置</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/form.py"/>
        <source>Back to the recipe’s value</source>
        <translation>恢复为方案的值</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/form.py"/>
        <source>{setting}: back to the recipe’s value</source>
        <translation>{setting}：恢复方案的值</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/problems.py"/>
        <source>Zoom the map to it</source>
        <translation>将地图缩放到该处</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>It isn't said how the labels were chosen: the figures are agreement with these labels, neither the accuracy of the map nor that of the model elsewhere.</source>
        <translation>未说明标注是如何选取的：这些数字是与这些标注的一致程度，既不是地图的精度，也不是模型在别处的精度。</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Transfer: the labels lie in blocks or scenes that training never saw. The figures say what to expect of the model in such places, not how right this map is.</source>
        <translation>迁移：标注位于训练从未见过的分块或场景中。这些数字说明模型在此类地方的预期表现，而不是这幅地图有多准。</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Map accuracy: the labels are a probability sample of this map in which every pixel had the same chance. The figures hold for the whole map.</source>
        <translation>地图精度：标注是这幅地图的概率样本，每个像元的入样机会相同。这些数字适用于整幅地图。</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Precision (user's accuracy)</source>
        <translation>精确率（用户精度）</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Recall (producer's accuracy)</source>
        <translation>召回率（生产者精度）</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>True pixels</source>
        <translation>真实像元数</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Predicted pixels</source>
        <translation>预测像元数</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>True area (ha)</source>
        <translation>真实面积（公顷）</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Predicted area (ha)</source>
        <translation>预测面积（公顷）</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Balanced accuracy</source>
        <translation>平衡精度</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Matthews correlation</source>
        <translation>马修斯相关系数</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Frequency-weighted IoU</source>
        <translation>频权交并比</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>mean of {n} classes</source>
        <translation>{n} 个类别的平均</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>mean of {n} classes without background</source>
        <translation>{n} 个类别的平均（不含背景）</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Where W is large and the test is near, the measures are too good for the map as a whole: Linnenbrink et al. 2024, doi 10.5194/gmd-17-5897-2024.</source>
        <translation>W 大而测试离得近时，这些指标对整幅地图而言过于乐观：Linnenbrink et al. 2024, doi 10.5194/gmd-17-5897-2024。</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Confusion matrix (points)</source>
        <translation>混淆矩阵（点）</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Confusion matrix (pixels)</source>
        <translation>混淆矩阵（像元）</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Expected calibration error {error}: how far probability and truth lie apart on average.</source>
        <translation>期望校准误差 {error}：概率与真实情况平均相差多少。</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>By class</source>
        <translation>按类别</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Overall</source>
        <translation>总体</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>true: {name}</source>
        <translation>真实：{name}</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>predicted: {name}</source>
        <translation>预测：{name}</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Mean probability</source>
        <translation>平均概率</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Share that is right</source>
        <translation>正确的比例</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Confusion matrix (hectares)</source>
        <translation>混淆矩阵（公顷）</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Distance to the training labels</source>
        <translation>到训练标注的距离</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Calibration of the probabilities</source>
        <translation>概率的校准</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Half of the test pixels lie within (m)</source>
        <translation>一半的测试像元在此距离内（米）</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Half of the map lies within (m)</source>
        <translation>地图的一半在此距离内（米）</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Difference of the two distributions, W of kNNDM (m)</source>
        <translation>两个分布之差，kNNDM 的 W（米）</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <location filename="../../core/report/accuracy_page.py"/>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../core/report/band_importance_page.py"/>
        <source>By how much the mean IoU falls when a band is shuffled between blocks, and when it is its mean everywhere. A band of which another one tells the same looks unimportant, since the model can do without it.</source>
        <translation>把一个波段在分块之间打乱、以及处处取其均值时，平均 IoU 下降多少。若另一波段含有相同信息，则该波段看似不重要，因为模型没有它也行。</translation>
    </message>
    <message>
        <location filename="../../core/report/band_importance_page.py"/>
        <source>Band</source>
        <translation>波段</translation>
    </message>
    <message>
        <location filename="../../core/report/band_importance_page.py"/>
        <source>Importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <location filename="../../core/report/band_importance_page.py"/>
        <source>interval of importance</source>
        <translation>重要性的区间</translation>
    </message>
    <message>
        <location filename="../../core/report/band_importance_page.py"/>
        <source>Missing</source>
        <translation>缺失时</translation>
    </message>
    <message>
        <location filename="../../core/report/band_importance_page.py"/>
        <source>interval without it</source>
        <translation>缺失时的区间</translation>
    </message>
    <message>
        <location filename="../../core/report/band_importance_page.py"/>
        <source>{name}: mean IoU {miou} on {blocks} blocks</source>
        <translation>{name}：{blocks} 个分块上的平均 IoU {miou}</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>Contact margin: true contacts lie within {margin} m of the mapped ones for {confidence} % of their length, on average over places like the {blocks} blocks that this was calibrated on.</source>
        <translation>界线余量：在与校准所用的 {blocks} 个分块类似的地方，平均而言真实界线有 {confidence} % 的长度在所绘界线 {margin} 米之内。</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>Boundary precision</source>
        <translation>边界精确率</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>Boundary recall</source>
        <translation>边界召回率</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>Boundary F1</source>
        <translation>边界 F1</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>95 % Hausdorff distance (m)</source>
        <translation>95 % 豪斯多夫距离（米）</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>all contacts</source>
        <translation>所有界线</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>True objects</source>
        <translation>真实对象</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>Found</source>
        <translation>找到</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>Missed</source>
        <translation>漏掉</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>Predicted objects</source>
        <translation>预测对象</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>False</source>
        <translation>误报</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>Completeness</source>
        <translation>完整性</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>Correctness</source>
        <translation>正确性</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>True length (m)</source>
        <translation>真实长度（米）</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>Predicted length (m)</source>
        <translation>预测长度（米）</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>Linear features</source>
        <translation>线状要素</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>Boundaries count as met within {tolerance} m.</source>
        <translation>边界在 {tolerance} 米内视为吻合。</translation>
    </message>
    <message>
        <location filename="../../core/report/boundary_page.py"/>
        <source>Boundaries</source>
        <translation>边界</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Comparison of models</source>
        <translation>模型比较</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>{name} maps best: mean IoU {miou} ({low} to {high}, {confidence} % interval over {blocks} blocks).</source>
        <translation>{name} 制图最好：平均 IoU {miou}（{low} 至 {high}，按 {blocks} 个分块的 {confidence} % 区间）。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>It exceeds {name} by {value} ({low} to {high}; p = {p} after Holm's correction).</source>
        <translation>比 {name} 高 {value}（{low} 至 {high}；Holm 校正后 p = {p}）。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Only one model could be measured, so there is nothing to compare it with.</source>
        <translation>只有一个模型可以评估，因此没有可比较的对象。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Transfer: the measures say what to expect of the models in places like the labels that were held back, not how right a map is as a whole. For that draw an accuracy sample over the map.</source>
        <translation>迁移：这些指标说明模型在类似留出标注的地方的预期表现，而不是整幅地图有多准。要了解后者，请在地图上抽取精度样本。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>No leakage: blocks of labels were held back from training as a whole, with a gap between the parts.</source>
        <translation>无泄漏：标注按整个分块留出，各部分之间留有间隔。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Leakage: tiles of training and of measuring share pixels, as in some papers. The measures are too good.</source>
        <translation>有泄漏：训练与评估的瓦片共享像元，与某些论文相同。指标过于乐观。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Measured on the test part, which no model has seen in any way.</source>
        <translation>在测试部分上评估，任何模型都未以任何方式见过它。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Measured on the validation part, which has chosen each model's best epoch: a little too good.</source>
        <translation>在验证部分上评估，它曾用于选择各模型的最佳轮次：略为乐观。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Data and split</source>
        <translation>数据与划分</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Measured on</source>
        <translation>评估于</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>{pixels} pixels in {blocks} blocks of {block_px} px</source>
        <translation>{blocks} 个 {block_px} 像素分块中的 {pixels} 个像元</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Training (s)</source>
        <translation>训练（秒）</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Mapping (s/Mpx)</source>
        <translation>制图（秒/百万像元）</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Memory (MB)</source>
        <translation>内存（MB）</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>File (MB)</source>
        <translation>文件（MB）</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Not measured: {problem}</source>
        <translation>未评估：{problem}</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>The mean IoU is the plain mean over all classes that occur, background included; the F1 is the mean over the classes without background. With several seeds measures are means over them, and intervals hold their spread.</source>
        <translation>平均 IoU 是所有出现的类别（含背景）的简单平均；F1 是不含背景的类别的平均。有多个种子时，指标为它们的平均，区间包含其离散程度。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Which differences are no chance</source>
        <translation>哪些差异并非偶然</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Pair</source>
        <translation>模型对</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Difference of the mean IoU</source>
        <translation>平均 IoU 之差</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>p after Holm</source>
        <translation>Holm 校正后的 p</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>p of McNemar's test</source>
        <translation>McNemar 检验的 p</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Differences are paired over blocks (bootstrap, 2,000 draws). McNemar's exact test looks at one pixel a block, so that its pixels are far enough apart; it has less power.</source>
        <translation>差异按分块配对（自助法，2,000 次抽样）。McNemar 精确检验每个分块只看一个像元，使像元相距足够远；其检验力较低。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Maps</source>
        <translation>地图</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Imagery, labels, and the maps of the models on the same extent.</source>
        <translation>同一范围的影像、标注和各模型的地图。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Disagreement</source>
        <translation>不一致</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>all agree</source>
        <translation>全部一致</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>{n} classes</source>
        <translation>{n} 个类别</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Mean IoU and F1 with intervals.</source>
        <translation>平均 IoU 与 F1 及其区间。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>F1 of every class with intervals.</source>
        <translation>各类的 F1 及其区间。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Confusion matrix of {name}: shares of the true class.</source>
        <translation>{name} 的混淆矩阵：占真实类别的比例。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Validation mean IoU by epoch.</source>
        <translation>各轮次的验证平均 IoU。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>true</source>
        <translation>真实</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Papers to cite</source>
        <translation>应引用的论文</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Figures are beside this page as SVG and PNG, tables as CSV, all numbers as JSON, in the folder {folder}.</source>
        <translation>图以 SVG 和 PNG、表以 CSV、全部数字以 JSON 保存在此页旁的文件夹 {folder} 中。</translation>
    </message>
    <message>
        <location filename="../../core/report/comparison_page.py"/>
        <source>Made by Outcrop on {when}</source>
        <translation>由 Outcrop 制作于 {when}</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Kappa</source>
        <translation>Kappa 系数</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Finished</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Held back</source>
        <translation>留出方式</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Started from</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Best epoch</source>
        <translation>最佳轮次</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Duration of training alone</source>
        <translation>纯训练用时</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Validation tiles measured, of all</source>
        <translation>参与评估的验证图块数，总数</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Processes</source>
        <translation>进程数</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Pretrained weights</source>
        <translation>预训练权重</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Pixels learned from</source>
        <translation>学习所用像元</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Imported from</source>
        <translation>导入自</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Imported</source>
        <translation>导入时间</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>SHA-256 of the ONNX file</source>
        <translation>ONNX 文件的 SHA-256</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Pixels: drawn</source>
        <translation>像元：绘制</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Pixels: found right</source>
        <translation>像元：复查正确</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Pixels: corrected</source>
        <translation>像元：已改正</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Area (m²)</source>
        <translation>面积（m²）</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Measures on pixels held back</source>
        <translation>留出像元上的指标</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Training labels</source>
        <translation>训练标签</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Where it comes from</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Data type</source>
        <translation>数据类型</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Tile size</source>
        <translation>图块大小</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Starts from</source>
        <translation>起始滤波器</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>as in the paper</source>
        <translation>与论文一致</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Temperature of the probabilities</source>
        <translation>概率的温度</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../../core/report/model_page.py"/>
        <source>Pixels: {part}</source>
        <translation>像元：{part}</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>Map accuracy: the points are a probability sample of this map. The figures hold for the whole map, and the areas come from the answers, not from counting pixels.</source>
        <translation>地图精度：这些点是这幅地图的概率样本。数字适用于整幅地图，面积来自判读结果而非像元计数。</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>User's accuracy</source>
        <translation>用户精度</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>interval of user's accuracy</source>
        <translation>用户精度的区间</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>Producer's accuracy</source>
        <translation>生产者精度</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>interval of producer's accuracy</source>
        <translation>生产者精度的区间</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>Area (ha)</source>
        <translation>面积（公顷）</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>interval of area (ha)</source>
        <translation>面积的区间（公顷）</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>Points mapped</source>
        <translation>制图点数</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>Points answered</source>
        <translation>判读点数</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>The strata are the classes of the map (Olofsson et al. 2014).</source>
        <translation>分层即地图的类别（Olofsson et al. 2014）。</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>The sample was drawn for another map; its strata are not this one's classes (Stehman 2014).</source>
        <translation>样本是为另一幅地图抽取的；其分层不是此图的类别（Stehman 2014）。</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>A simple random sample, poststratified by the classes of the map (Olofsson et al. 2014, section 5).</source>
        <translation>简单随机样本，按地图类别事后分层（Olofsson et al. 2014，第 5 节）。</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>Points were drawn where the maps differ, each pixel there with the same chance; exact sign test (McNemar 1947).</source>
        <translation>点在两图不同之处抽取，其中每个像元机会相同；精确符号检验（McNemar 1947）。</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>Only the first map is right at {first} points, only the second at {second}, neither at {neither}.</source>
        <translation>只有第一幅正确的点 {first} 个，只有第二幅正确的 {second} 个，均不正确的 {neither} 个。</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>The first is right at {share} of the decided points ({low} to {high}); p = {p}.</source>
        <translation>在有定论的点中第一幅正确的占 {share}（{low} 至 {high}）；p = {p}。</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>Over the whole area the first map's overall accuracy is higher by {difference}.</source>
        <translation>在整个区域上，第一幅地图的总体精度高 {difference}。</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>Population matrix (percent of the area)</source>
        <translation>总体矩阵（占面积百分比）</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>mapped: {name}</source>
        <translation>制图：{name}</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>Accuracy and areas with {confidence} % intervals</source>
        <translation>精度与面积及 {confidence} % 区间</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>Answered</source>
        <translation>已判读</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>Can't be told</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>Open</source>
        <translation>未判读</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>Second opinions</source>
        <translation>第二意见</translation>
    </message>
    <message>
        <location filename="../../core/report/sample_page.py"/>
        <source>of them agreeing</source>
        <translation>其中一致</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundary_settings.py"/>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundary_settings.py"/>
        <source>A boundary counts as met where the other lies within this distance.</source>
        <translation>另一边界在此距离内时，边界视为吻合。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundary_settings.py"/>
        <source>Share of an object</source>
        <translation>对象的比例</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundary_settings.py"/>
        <source>How much of a patch the other side must cover for it to be found.</source>
        <translation>另一方须覆盖斑块的多大比例才算找到。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundary_settings.py"/>
        <source>Measure lengths of middle lines too: for dikes, faults and roads.</source>
        <translation>同时量测中线长度：用于岩脉、断层和道路。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundary_settings.py"/>
        <source>Confidence of the contact margin</source>
        <translation>界线余量的置信度</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundary_settings.py"/>
        <source>The share of true boundaries that are to lie within it.</source>
        <translation>应落在其内的真实边界的比例。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundary_settings.py"/>
        <source>Block size</source>
        <translation>分块大小</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundary_settings.py"/>
        <source>Side of the blocks by which the contact margin is calibrated; 0 takes 64 pixels.</source>
        <translation>校准界线余量所用分块的边长；0 取 64 个像元。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/jobs.py"/>
        <source>What the labels are</source>
        <translation>标注的性质</translation>
    </message>
    <message>
        <location filename="../../core/assessment/jobs.py"/>
        <source>transfer: in blocks or scenes that training never saw; map: a probability sample of this map in which every pixel had the same chance.</source>
        <translation>transfer：位于训练从未见过的分块或场景；map：这幅地图的概率样本，每个像元机会相同。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/jobs.py"/>
        <source>unstated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <location filename="../../core/assessment/jobs.py"/>
        <source>transfer</source>
        <translation>迁移</translation>
    </message>
    <message>
        <location filename="../../core/assessment/jobs.py"/>
        <source>map</source>
        <translation>地图</translation>
    </message>
    <message>
        <location filename="../../core/assessment/jobs.py"/>
        <source>Classes by other names</source>
        <translation>名称不同的类别</translation>
    </message>
    <message>
        <location filename="../../core/assessment/jobs.py"/>
        <source>The prediction's class for each class of the labels that goes by another name.</source>
        <translation>标注中名称不同的类别各自对应的预测类别。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/jobs.py"/>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/jobs.py"/>
        <source>How often the intervals are to hold.</source>
        <translation>区间应成立的频率。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/jobs.py"/>
        <source>0.9</source>
        <translation>0.9</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/jobs.py"/>
        <source>0.95</source>
        <translation>0.95</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/jobs.py"/>
        <source>0.99</source>
        <translation>0.99</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>Half width of the interval</source>
        <translation>区间的半宽</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>So far the overall accuracy's 95 % interval is to reach to either side: 0.04 is ± 4 %.</source>
        <translation>总体精度 95 % 区间向两侧延伸的幅度：0.04 即 ± 4 %。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>Standard error</source>
        <translation>标准误</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>Of the overall accuracy, in place of the interval's half width.</source>
        <translation>总体精度的标准误，代替区间的半宽。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>How many there are in all, in place of a wanted error.</source>
        <translation>总点数，代替期望的误差。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>points</source>
        <translation>个点</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>Allocation</source>
        <translation>分配</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>balanced: the least number for each class, the rest by area; proportional: by area; equal: alike; optimal: by area and expected spread (Neyman).</source>
        <translation>balanced：各类至少有最少点数，其余按面积；proportional：按面积；equal：相等；optimal：按面积和预期离散度（Neyman）。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>balanced</source>
        <translation>平衡</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>proportional</source>
        <translation>按比例</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>equal</source>
        <translation>相同</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>optimal</source>
        <translation>最优</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>Least points a class</source>
        <translation>每类最少点数</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>Rare classes get no fewer than that.</source>
        <translation>稀有类别不少于此数。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>Expected accuracy</source>
        <translation>预期精度</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>User's accuracy of each class that is reckoned with; 0.8 where nothing is given.</source>
        <translation>预计的各类用户精度；未给出时为 0.8。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>How often each is trained, with another seed: shows how much is chance.</source>
        <translation>每个模型用不同种子训练多少次：显示偶然性有多大。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>seeds</source>
        <translation>个种子</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Test share</source>
        <translation>测试占比</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Share of the labels that no model sees in any way and on which all are measured; 0 measures on the validation part, which has chosen each model's best epoch.</source>
        <translation>任何模型都不会见到、并在其上评估全部模型的标注比例；0 表示在验证部分评估，它曾用于选择各模型的最佳轮次。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Map the whole imagery</source>
        <translation>对整幅影像制图</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Else only where there are labels to measure on; faster on large scenes.</source>
        <translation>否则只在有评估标注之处；大场景更快。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Blocks of the intervals</source>
        <translation>区间的分块</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Side of the squares that the bootstrap draws.</source>
        <translation>自助法抽取的方块的边长。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Blocks</source>
        <translation>分块</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>How many blocks of the imagery are looked at, at most.</source>
        <translation>最多查看影像的多少个分块。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>blocks</source>
        <translation>个分块</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Side of the blocks between which bands are shuffled.</source>
        <translation>波段在其间打乱的分块的边长。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Repeats</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>How often each band is shuffled.</source>
        <translation>每个波段打乱多少次。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Training pixels of one block don't count as neighbours of each other.</source>
        <translation>同一分块的训练像元不互算作近邻。</translation>
    </message>
    <message>
        <location filename="../../core/correction/jobs.py"/>
        <source>Carry over</source>
        <translation>沿用</translation>
    </message>
    <message>
        <location filename="../../core/correction/jobs.py"/>
        <source>Take the corrections of another prediction, or of an earlier state of this one, where their place and their class still fit.</source>
        <translation>采用另一预测结果（或本预测结果的早先状态）的修正，只要其位置和类别仍然适用。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>What the model is called; empty takes the file's name.</source>
        <translation>模型的名称；留空则用文件名。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Names of the classes in the order of the model's output; empty takes the file's.</source>
        <translation>按模型输出顺序排列的类别名称；留空则取自文件。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Names of the bands in the order of the model's input; empty takes the file's, or numbers.</source>
        <translation>按模型输入顺序排列的波段名称；留空则取自文件，否则用编号。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Pixel size of the imagery it was trained on; 0 takes the file's.</source>
        <translation>训练所用影像的像元大小；0 表示取自文件。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Divisor</source>
        <translation>除数</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>What values are divided by first: 255 for bytes, 1 for values as they are.</source>
        <translation>首先用它去除各值：字节数据为 255，按原值使用则为 1。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Means</source>
        <translation>均值</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Subtracted after that, one for each band; empty takes the file's, or 0.</source>
        <translation>随后减去的值，每个波段一个；留空则取自文件，否则为 0。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Deviations</source>
        <translation>标准差</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Divided by after that, one for each band; empty takes the file's, or 1.</source>
        <translation>再除以的值，每个波段一个；留空则取自文件，否则为 1。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Margin</source>
        <translation>边缘</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Dropped at every side of a tile; −1 takes half the file's overlap.</source>
        <translation>图块每边舍弃的宽度；−1 表示取文件中重叠的一半。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>What the numbers are that the model gives; auto looks at them.</source>
        <translation>模型给出的是什么数值；auto 则自动判断。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <location filename="../../core/interchange/jobs.py"/>
        <source>Side of the tiles that the graph takes; 0 chooses it.</source>
        <translation>计算图接收的图块边长；0 表示自动选择。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/jobs.py"/>
        <source>Names of the classes in the order of the labels' numbers; empty takes the data set's.</source>
        <translation>按标签编号顺序排列的类别名称；留空则取自数据集。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/jobs.py"/>
        <source>Kind of labels</source>
        <translation>标签类型</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/jobs.py"/>
        <source>Auto takes masks before COCO before YOLO.</source>
        <translation>auto 优先取掩膜，其次 COCO，再次 YOLO。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/jobs.py"/>
        <source>masks</source>
        <translation>掩膜</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/jobs.py"/>
        <source>coco</source>
        <translation>COCO</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/jobs.py"/>
        <source>yolo</source>
        <translation>YOLO</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/jobs.py"/>
        <source>Of tiles that have no place on the map, such as PNG.</source>
        <translation>用于在地图上没有位置的图块，如 PNG。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Side of the tiles.</source>
        <translation>图块边长。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Stride</source>
        <translation>步长</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Step between neighbouring tiles.</source>
        <translation>相邻图块之间的步长。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>GeoTIFF keeps all bands, values and the place; PNG has three bands of 8 bits.</source>
        <translation>GeoTIFF 保留所有波段、数值和位置；PNG 为三个 8 位波段。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>tif</source>
        <translation>tif</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>png</source>
        <translation>png</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>YOLO labels</source>
        <translation>YOLO 标签</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>A text file for each tile: class and box of every object.</source>
        <translation>每个图块一个文本文件：每个目标的类别和外框。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>COCO labels</source>
        <translation>COCO 标签</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>A JSON file for each part: classes, tiles, boxes of objects.</source>
        <translation>每个部分一个 JSON 文件：类别、图块、目标外框。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Validation share</source>
        <translation>验证占比</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Share of the tiles.</source>
        <translation>占图块的比例。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Without data, at most</source>
        <translation>无数据上限</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Tiles of which a larger share has no data are left out.</source>
        <translation>无数据占比更大的图块将被剔除。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Labelled, at least</source>
        <translation>标注下限</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Tiles of which a smaller share is labelled are left out.</source>
        <translation>标注占比更小的图块将被剔除。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Hard below</source>
        <translation>困难阈值</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Tiles are listed as hard where a class other than background covers less than this share.</source>
        <translation>除背景外有某一类别占比低于此值的图块列为困难图块。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Write the classes' probabilities too, one band a class.</source>
        <translation>同时写出各类别的概率，每个类别一个波段。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Write how unsure the model is, too.</source>
        <translation>同时写出模型的不确定程度。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Average over symmetries</source>
        <translation>对称变换取平均</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Look at every tile in its eight symmetries: slower, a little better.</source>
        <translation>对每个图块按八种对称变换各看一次：较慢，稍好一些。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Blend tiles</source>
        <translation>融合图块</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Blend overlapping tiles; for smooth probability maps.</source>
        <translation>融合相互重叠的图块；用于得到平滑的概率图。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Resample to the model's pixel size</source>
        <translation>重采样到模型的像元大小</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Bring the imagery to the pixel size that the model was trained on.</source>
        <translation>将影像转换为模型训练时的像元大小。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Side of the tiles; 0 chooses it.</source>
        <translation>图块边长；0 表示自动选择。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Tiles at a time; 0 chooses it.</source>
        <translation>一次处理的图块数；0 表示自动选择。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>tiles</source>
        <translation>个图块</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Engine</source>
        <translation>推理引擎</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>What computes the network; auto takes the fastest.</source>
        <translation>用什么计算网络；auto 取最快的。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>torch</source>
        <translation>torch</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>onnxruntime</source>
        <translation>onnxruntime</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>openvino</source>
        <translation>openvino</translation>
    </message>
    <message>
        <location filename="../../core/review/jobs.py"/>
        <source>Tiles</source>
        <translation>图块</translation>
    </message>
    <message>
        <location filename="../../core/review/jobs.py"/>
        <source>How many are chosen in a round.</source>
        <translation>每一轮选取多少个。</translation>
    </message>
    <message>
        <location filename="../../core/review/jobs.py"/>
        <source>Side of a tile</source>
        <translation>图块边长</translation>
    </message>
    <message>
        <location filename="../../core/review/jobs.py"/>
        <source>In pixels of the prediction.</source>
        <translation>以预测结果的像元为单位。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>The network or classifier to train.</source>
        <translation>要训练的网络或分类器。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Model settings</source>
        <translation>模型设置</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>The model's own settings by name.</source>
        <translation>模型自身的设置，按名称给出。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Side of the square pieces that a network sees.</source>
        <translation>网络所看方形影像块的边长。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Step between neighbouring tiles; a smaller one gives more tiles an epoch.</source>
        <translation>相邻图块之间的步长；步长越小，每轮的图块越多。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Resize tiles to</source>
        <translation>图块缩放到</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Tiles are shrunk to this side before the network sees them; empty keeps them.</source>
        <translation>网络处理之前将图块缩小到此边长；留空则不变。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Tiles an epoch</source>
        <translation>每轮图块数</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How many tiles make one epoch; empty takes what the stride gives.</source>
        <translation>一轮包含多少图块；留空则由步长决定。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Favour rare classes</source>
        <translation>偏重稀少类别</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>0 draws tiles as classes occur, 1 shows every class equally often.</source>
        <translation>0 按类别出现的频率抽取图块，1 使各类别出现机会相同。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How bands are scaled; percentiles are robust against outliers.</source>
        <translation>波段如何缩放；百分位数不受异常值影响。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>percentiles</source>
        <translation>百分位数</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How validation pixels are held back; random tiles leak, for reproduction only.</source>
        <translation>验证像元如何留出；随机图块会造成泄漏，仅用于重现论文。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>polygons</source>
        <translation>多边形</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>scenes</source>
        <translation>景</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>random tiles</source>
        <translation>随机图块</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Share of the labels held back to measure the model.</source>
        <translation>留出用于评价模型的标签占比。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Share of the labels that not even the choice of the best epoch sees.</source>
        <translation>连选择最佳轮次时都不使用的标签占比。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Side of the blocks of the spatial split; empty fits it to the labels.</source>
        <translation>空间划分的分块边长；留空则根据标签确定。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Gap</source>
        <translation>间隔</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Width of the unused strip between training and validation.</source>
        <translation>训练与验证之间不使用的条带宽度。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Adapt to few polygons</source>
        <translation>适应少量多边形</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Up to 120 polygons with nothing labelled around them are learned with strongly changed tiles, a pixel branch and the last epoch, so that they aren’t learned by heart; what you set yourself stays.</source>
        <translation>多边形不超过 120 个且其周围没有标注时，采用强烈的图块增强、像素分支并保留最后一轮，以免模型死记样本；您自行设置的值保持不变。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Flip</source>
        <translation>翻转</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Mirror tiles left-right and up-down.</source>
        <translation>将图块左右、上下镜像。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Quarter turns</source>
        <translation>直角旋转</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Turn tiles by 90, 180 and 270 degrees.</source>
        <translation>将图块旋转 90、180 和 270 度。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Free rotation</source>
        <translation>任意旋转</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Largest turn to either side.</source>
        <translation>向任一方向的最大旋转角度。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Largest lengthening or shortening of either axis, as a share.</source>
        <translation>任一轴的最大拉长或缩短，按比例。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Random crop</source>
        <translation>随机裁剪</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Cut the tile at random from a larger one.</source>
        <translation>从较大的图块中随机裁出。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Centre crop</source>
        <translation>中心裁剪</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Cut the tile from the middle of a larger one.</source>
        <translation>从较大的图块正中裁出。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Colour jitter</source>
        <translation>颜色抖动</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Largest change of brightness and contrast, as a share.</source>
        <translation>亮度和对比度的最大变化，按比例。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Deviation of Gaussian noise, in normalised units.</source>
        <translation>高斯噪声的标准差，以归一化单位计。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>What training makes small.</source>
        <translation>训练使之减小的量。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>focal</source>
        <translation>Focal</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Weight of the Dice part beside the cross-entropy.</source>
        <translation>Dice 部分相对于交叉熵的权重。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>γ</source>
        <translation>γ</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How strongly the focal loss turns to hard pixels.</source>
        <translation>Focal 损失偏重困难像元的程度。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Class weights</source>
        <translation>类别权重</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Give rare classes more weight in the loss.</source>
        <translation>在损失中给稀少类别更大的权重。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>median frequency</source>
        <translation>中位数频率</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Weight of corrections</source>
        <translation>改正的权重</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How many drawn pixels one counts for that was corrected by hand.</source>
        <translation>一个手工改正的像元相当于多少个绘制的像元。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Weight of reviewed places</source>
        <translation>复查处的权重</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How many drawn pixels one counts for where a map was looked at and found right; 0 leaves them out.</source>
        <translation>一个经查看并认定正确的像元相当于多少个绘制的像元；0 表示不用。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How weights are changed.</source>
        <translation>如何更新权重。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Size of the steps; lower it when the loss jumps or becomes infinite.</source>
        <translation>每步的大小；损失跳动或变为无穷大时请降低。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Of SGD.</source>
        <translation>用于 SGD。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Pull of the weights towards zero.</source>
        <translation>使权重趋向零的力度。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How the learning rate changes over the training.</source>
        <translation>学习率在训练过程中如何变化。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>one cycle</source>
        <translation>单周期</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Steps over which the learning rate rises.</source>
        <translation>学习率上升所用的步数。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Clip gradients at</source>
        <translation>梯度裁剪上限</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Largest norm of the gradient; 0 switches it off.</source>
        <translation>梯度的最大范数；0 表示不裁剪。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Tiles in one step.</source>
        <translation>一步所用的图块数。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>When to stop</source>
        <translation>何时停止</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How often the training data is gone through.</source>
        <translation>训练数据完整使用的次数。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Time at which training ends, with what is best by then; empty sets no limit.</source>
        <translation>训练在此时间结束，采用到那时为止的最佳结果；留空则不限时间。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Patience</source>
        <translation>容忍轮数</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Epochs without progress after which training ends; 0 never ends it early.</source>
        <translation>连续这么多轮没有进步即结束训练；0 表示从不提前结束。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Epoch kept</source>
        <translation>保留的轮次</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>The best by a measure on the validation part, or the last: few labels held back can't tell epochs apart.</source>
        <translation>验证部分上某项指标最佳的轮次，或最后一轮：留出的标注很少时无法区分各轮次。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Opening</source>
        <translation>开运算</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Removes what is thinner than twice this many pixels of a class, by class name.</source>
        <translation>去除某类别中比该像元数的两倍更细的部分，按类别名称设置。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Closing</source>
        <translation>闭运算</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Fills gaps thinner than twice this many pixels in a class, by class name.</source>
        <translation>填补某类别中比该像元数的两倍更窄的空隙，按类别名称设置。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Majority</source>
        <translation>众数滤波</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Gives every pixel the class that most have within so many pixels of it; 0 leaves it.</source>
        <translation>使每个像元取其周围该像元数范围内最多的类别；0 表示不处理。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Smallest patch</source>
        <translation>最小图斑</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Gives patches smaller than this to the largest neighbour; 0 leaves them.</source>
        <translation>将小于此值的图斑并入最大的相邻图斑；0 表示不处理。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Smallest polygon</source>
        <translation>最小多边形</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Patches smaller than this go to their largest neighbour first; 0 keeps all.</source>
        <translation>首先将小于此值的图斑并入最大的相邻图斑；0 表示全部保留。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Simplify</source>
        <translation>简化</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Corners that stand out by about this much are taken away, on both sides of a border alike.</source>
        <translation>去除凸出约此长度的拐点，边界两侧同样处理。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>How often corners are rounded, on both sides of a border alike; 0 leaves them.</source>
        <translation>拐角平滑的次数，边界两侧同样处理；0 表示不处理。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Names of the classes to draw; none draws all.</source>
        <translation>要绘制的类别名称；不填则全部绘制。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Shortest line</source>
        <translation>最短线长</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Shorter lines are left out.</source>
        <translation>更短的线将被剔除。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Points that stand out by less than this are taken away.</source>
        <translation>去除凸出不到此值的点。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Band ratios</source>
        <translation>波段比值</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Adds (a − b) / (a + b) of pairs of bands: of bands next to each other, or of all pairs.</source>
        <translation>加入成对波段的 (a − b) / (a + b)：相邻波段，或所有两两组合。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>neighbours</source>
        <translation>相邻波段</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Neighbourhood</source>
        <translation>邻域</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Adds every band's mean and deviation within so many pixels of a pixel; 0 adds none.</source>
        <translation>加入每个波段在像元周围该像元数范围内的均值和标准差；0 表示不加。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Scales</source>
        <translation>尺度数</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Adds every band smoothed over 1, 2, 4… px with its slope and its ridges: so many scales; 0 adds none.</source>
        <translation>加入各波段在 1、2、4…像元上平滑后的值及其坡度和脊线：尺度个数；0 表示不加。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Trees</source>
        <translation>树的数量</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>More trees give smoother maps and take longer, in proportion.</source>
        <translation>树越多，结果图越平滑，用时按比例增加。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Variables per split</source>
        <translation>每次分裂的变量数</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>How many randomly chosen bands or features a split looks at; empty takes the square root of their number.</source>
        <translation>一次分裂随机选看多少个波段或特征；留空则取其总数的平方根。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Leaves per tree</source>
        <translation>每棵树的叶数</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>The most leaves of one tree; fewer predict faster, empty lets trees grow until their leaves are pure.</source>
        <translation>一棵树最多的叶节点数；越少预测越快，留空则生长到叶节点纯净为止。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Levels per band</source>
        <translation>每波段级数</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Every band is cut into so many levels before trees grow; fewer predict faster and take less memory.</source>
        <translation>建树之前将每个波段分成多少级；越少预测越快，占内存越少。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Pixels per leaf</source>
        <translation>每叶像元数</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>The fewest training pixels in one leaf; more give smoother maps.</source>
        <translation>一个叶节点最少的训练像元数；越多结果图越平滑。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>“balanced” counts a rare class's pixels as often as a common one's.</source>
        <translation>“平衡”使稀少类别的像元与常见类别的像元同等计数。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Training sample</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Share of pixels</source>
        <translation>像元占比</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>The share of each class's pixels that is learned from.</source>
        <translation>每个类别用于学习的像元占比。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>At least per class</source>
        <translation>每类至少</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>So many pixels of each class are learned from (where there are as many), however small the share.</source>
        <translation>无论占比多小，每个类别至少学习这么多像元（如果有这么多）。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>At most in all</source>
        <translation>总数上限</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>The classes' shares are kept when the sample is cut down to so many pixels.</source>
        <translation>样本削减到这么多像元时，保持各类别的比例。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>What a wrongly classified training pixel costs: higher follows the training pixels closer. The papers use 1.</source>
        <translation>训练像元被错分的代价：越高越贴合训练像元。论文中取 1。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>How narrow the kernel is, on features of unit deviation; empty takes 1 / number of features.</source>
        <translation>核函数的窄度，针对单位标准差的特征；留空则取 1 / 特征数。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>The training sample is cut down to so many pixels, keeping the classes' shares: time grows with its square.</source>
        <translation>训练样本削减到这么多像元，并保持各类别的比例：用时随其平方增长。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Priors</source>
        <translation>先验概率</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>How likely a class is beforehand: by its share of the training pixels, or all alike.</source>
        <translation>事先认为一个类别有多大可能：按训练像元的比例，或各类相同。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>shares</source>
        <translation>按比例</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Pulls every class's covariance towards a sphere; where one is singular it is pulled by itself, with a note.</source>
        <translation>使各类别的协方差趋向球形；协方差奇异时会自动进行，并给出提示。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>How closely the training pixels are followed: lower gives smoother scores.</source>
        <translation>拟合训练像元的紧密程度：越低，得分越平滑。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Channels of the first level, doubled in each deeper one; fewer learn and map faster.</source>
        <translation>第一层的通道数，每深一层加倍；越少学习和制图越快。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>How many times the image is halved: each step doubles what a pixel sees.</source>
        <translation>影像减半的次数：每次使一个像元的感受野加倍。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Pixel branch</source>
        <translation>像元分支</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>A second, small network that looks at single pixels has an equal say: steadier where polygons are few.</source>
        <translation>另一个只看单个像元的小网络有同等的发言权：多边形较少时结果更稳定。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Channels of the first level; fewer learn and map faster.</source>
        <translation>第一层的通道数；越少学习和制图越快。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Any convolutional network of the timm library by name, such as resnet34, vgg16 or convnext_tiny.</source>
        <translation>timm 库中任一卷积网络的名称，如 resnet34、vgg16 或 convnext_tiny。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Weights learned on photographs (imagenet) or on satellite imagery (resnet18 and resnet50 only), or none.</source>
        <translation>在自然图像（imagenet）或卫星影像（仅 resnet18 和 resnet50）上学到的权重，或不用。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>sentinel2</source>
        <translation>Sentinel-2</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>sentinel1</source>
        <translation>Sentinel-1</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>sentinel1 sentinel2</source>
        <translation>Sentinel-1 + Sentinel-2</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Weight file</source>
        <translation>权重文件</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>A .safetensors file with weights of this encoder; used in place of a download.</source>
        <translation>含有该编码器权重的 .safetensors 文件；用来代替下载。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>First convolution</source>
        <translation>首层卷积</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Which pretrained filter a band gets: the one of its colour by name and the others none, all filters in turn, their mean, or random ones.</source>
        <translation>各波段使用哪个预训练卷积核：按名称取对应颜色的卷积核、其余不取，依次循环使用所有卷积核，取其均值，或随机。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>by name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>cycled</source>
        <translation>循环</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Decoder width</source>
        <translation>解码器宽度</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Channels of the finest level, doubled in each deeper one up to eightfold.</source>
        <translation>最细一级的通道数，每深一级加倍，最多八倍。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Head width</source>
        <translation>头部宽度</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Channels of the two layers between encoder and class scores.</source>
        <translation>编码器与类别得分之间两层的通道数。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Share of their values that is left out in training.</source>
        <translation>训练时舍弃其数值的比例。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Output stride</source>
        <translation>输出步幅</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Pixels of the image in one of the deepest map: 8, 16 or 32; fewer keep detail and cost time and memory.</source>
        <translation>最深层特征图的一个像元对应影像的像元数：8、16 或 32；越小细节越多，用时和内存也越多。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Channels of the pyramid of dilated convolutions.</source>
        <translation>空洞卷积金字塔的通道数。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Pixels of the image in one of the deepest map: 8 or 16; fewer keep detail and cost time and memory.</source>
        <translation>最深层特征图的一个像元对应影像的像元数：8 或 16；越小细节越多，用时和内存也越多。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>U-Net</source>
        <translation>U-Net</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>The classic, and what every paper compares with; learns from nothing, any bands.</source>
        <translation>经典网络，各论文都与之比较；从零开始学习，波段不限。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Improved U-Net</source>
        <translation>改进的 U-Net</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>The first to try: learns faster and steadier than the classic U-Net, from nothing, any bands.</source>
        <translation>首选：比经典 U-Net 学得更快、更稳定，从零开始学习，波段不限。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>U-Net on VGG</source>
        <translation>基于 VGG 的 U-Net</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Fine detail at full resolution, slow; can start from photographs.</source>
        <translation>全分辨率下的精细细节，较慢；可从自然图像的预训练权重开始。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>U-Net on MobileNetV3</source>
        <translation>基于 MobileNetV3 的 U-Net</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Small and fast, for large areas on a computer without a graphics card.</source>
        <translation>小而快，适合在没有显卡的计算机上处理大范围影像。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Residual U-Net</source>
        <translation>残差 U-Net</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Imagery with slope, aspect and surface model as further bands; learns from nothing.</source>
        <translation>适合以坡度、坡向和地表模型为附加波段的影像；从零开始学习。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>AlbuNet</source>
        <translation>AlbuNet</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Few polygons: a U-Net that starts from what ResNet-34 learned on photographs.</source>
        <translation>多边形较少时：从 ResNet-34 在自然图像上学到的权重开始的 U-Net。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>LinkNet</source>
        <translation>LinkNet</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Landslides with few polygons: starts from photographs and is fast for its depth.</source>
        <translation>多边形较少的滑坡：从自然图像的预训练权重开始，就其深度而言速度快。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>FCN-8s</source>
        <translation>FCN-8s</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Lithological units: large, smooth areas from many fused layers.</source>
        <translation>岩性单元：由多种融合图层识别大而平滑的区域。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>FCN-16s</source>
        <translation>FCN-16s</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>As FCN-8s with smoother, coarser boundaries.</source>
        <translation>同 FCN-8s，边界更平滑、更粗略。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>FCN-32s</source>
        <translation>FCN-32s</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>As FCN-8s with the smoothest, coarsest boundaries.</source>
        <translation>同 FCN-8s，边界最平滑、最粗略。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>SegNet</source>
        <translation>SegNet</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>A baseline with sharp edges and no skips; learns from nothing.</source>
        <translation>边缘清晰、没有跳跃连接的基准网络；从零开始学习。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>DeepLabV3+</source>
        <translation>DeepLabV3+</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Features of very different sizes that need their surroundings to be told apart.</source>
        <translation>大小悬殊、需借助周围环境才能区分的地物。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Improved DeepLabV3+</source>
        <translation>改进的 DeepLabV3+</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Landslides: as DeepLabV3+ with better boundaries, at nearly three times the work.</source>
        <translation>滑坡：同 DeepLabV3+，边界更好，计算量近三倍。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Random forest</source>
        <translation>随机森林</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>A first look within seconds, and imagery whose colours alone tell the classes apart.</source>
        <translation>几秒内的初步结果，以及仅凭颜色就能区分类别的影像。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Support vector machine</source>
        <translation>支持向量机</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Few training pixels, classes whose colours overlap little.</source>
        <translation>训练像元少、类别颜色重叠不多的情形。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Maximum likelihood</source>
        <translation>最大似然</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>The fastest: one Gaussian for each class.</source>
        <translation>最快：每个类别一个高斯分布。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Logistic regression</source>
        <translation>逻辑回归</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>What the live map learns with: a few polygons, colours and several scales, within a second.</source>
        <translation>实时地图所用的方法：少量多边形、颜色与多个尺度，一秒内完成。</translation>
    </message>
    <message>
        <location filename="../../core/labels/parts.py"/>
        <source>unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <location filename="../../core/labels/parts.py"/>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../core/labels/parts.py"/>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <location filename="../../core/labels/parts.py"/>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../core/labels/parts.py"/>
        <source>several parts</source>
        <translation>多个部分</translation>
    </message>
</context>
</TS>
